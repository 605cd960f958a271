/** What a serving bot shows to those who run it: metrics for {@code /actuator/prometheus}, and the log. */
@NullMarked
package dev.linekeeper.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
