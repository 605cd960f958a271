/** The HTTP server of the simulated services. */
@NullMarked
package dev.linekeeper.simulator.http;

import org.jspecify.annotations.NullMarked;
