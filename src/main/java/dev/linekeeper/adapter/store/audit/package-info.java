/** The audit chain in tables: adding to it, following it, erasing what is personal, and noting its head in a file. */
@NullMarked
package dev.linekeeper.adapter.store.audit;

import org.jspecify.annotations.NullMarked;
