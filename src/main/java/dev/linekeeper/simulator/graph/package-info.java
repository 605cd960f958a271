/** The simulated tenant served as Microsoft Graph v1.0 on this machine, in the awkward shapes of the real one. */
@NullMarked
package dev.linekeeper.simulator.graph;

import org.jspecify.annotations.NullMarked;
