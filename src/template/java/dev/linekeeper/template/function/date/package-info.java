/** Functions of dates, times, time zones, ticks and TIMEX expressions. */
@NullMarked
package dev.linekeeper.template.function.date;

import org.jspecify.annotations.NullMarked;
