/** What can be watched from outside beside health: figures for {@code /actuator/prometheus}. */
@NullMarked
package dev.linekeeper.adapter.metrics;

import org.jspecify.annotations.NullMarked;
