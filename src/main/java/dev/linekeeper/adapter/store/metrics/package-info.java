/** What metrics tell of the database. */
@NullMarked
package dev.linekeeper.adapter.store.metrics;

import org.jspecify.annotations.NullMarked;
