/** Which numbers are reserved, in a table. */
@NullMarked
package dev.linekeeper.adapter.store.reservation;

import org.jspecify.annotations.NullMarked;
