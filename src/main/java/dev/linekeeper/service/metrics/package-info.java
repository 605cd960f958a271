/** What a serving bot says of itself in numbers: one closed list of metrics, who measures, and one board that reads them. */
@NullMarked
package dev.linekeeper.service.metrics;

import org.jspecify.annotations.NullMarked;
