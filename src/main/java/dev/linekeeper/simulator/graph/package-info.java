/** The simulated tenant as Microsoft Graph v1.0 on this machine, with the quirks of the real one. */
@NullMarked
package dev.linekeeper.simulator.graph;

import org.jspecify.annotations.NullMarked;
