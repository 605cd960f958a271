/** What happens by itself because a day has come. */
@NullMarked
package dev.linekeeper.service.schedule;

import org.jspecify.annotations.NullMarked;
