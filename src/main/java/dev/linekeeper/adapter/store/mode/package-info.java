/** The mode that was chosen, in the database. */
@NullMarked
package dev.linekeeper.adapter.store.mode;

import org.jspecify.annotations.NullMarked;
