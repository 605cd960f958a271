/** The embedded database: its file, whom it may be read by, and its password. */
@NullMarked
package dev.linekeeper.adapter.store.embedded;

import org.jspecify.annotations.NullMarked;
