/** What goes wrong on purpose: faults of the services, delays, and changes made behind our back. */
@NullMarked
package dev.linekeeper.simulator.faults;

import org.jspecify.annotations.NullMarked;
