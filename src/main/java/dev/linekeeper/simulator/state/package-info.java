/** A tenant that changes: it lives in memory, keeps the rules the real service keeps, and remembers over a restart. */
@NullMarked
package dev.linekeeper.simulator.state;

import org.jspecify.annotations.NullMarked;
