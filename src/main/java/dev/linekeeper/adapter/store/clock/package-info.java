/** The time that all replicas share. */
@NullMarked
package dev.linekeeper.adapter.store.clock;

import org.jspecify.annotations.NullMarked;
