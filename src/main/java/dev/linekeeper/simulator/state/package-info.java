/** A tenant that changes: in memory, under the rules of the real service, with a working copy that survives a restart. */
@NullMarked
package dev.linekeeper.simulator.state;

import org.jspecify.annotations.NullMarked;
