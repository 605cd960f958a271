/** Faults on purpose: failing and slow calls, delays, and changes by other admins. */
@NullMarked
package dev.linekeeper.simulator.faults;

import org.jspecify.annotations.NullMarked;
