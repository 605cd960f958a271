/** The groups of roles that were chosen, in the database. */
@NullMarked
package dev.linekeeper.adapter.store.setup;

import org.jspecify.annotations.NullMarked;
