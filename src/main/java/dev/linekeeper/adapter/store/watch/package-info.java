/** What the watch on the directory keeps. */
@NullMarked
package dev.linekeeper.adapter.store.watch;

import org.jspecify.annotations.NullMarked;
