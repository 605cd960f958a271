/** Overrides of emergency gaps in a table. */
@NullMarked
package dev.linekeeper.adapter.store.override;

import org.jspecify.annotations.NullMarked;
