/** How the parts of a request are written in the store: names, ids and what earlier versions did not know. */
@NullMarked
package dev.linekeeper.adapter.store.requests;

import org.jspecify.annotations.NullMarked;
