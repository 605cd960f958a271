/** What changed without us, in tables. */
@NullMarked
package dev.linekeeper.adapter.store.drift;

import org.jspecify.annotations.NullMarked;
