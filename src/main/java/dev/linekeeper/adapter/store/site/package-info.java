/** What was chosen for sites, in a table. */
@NullMarked
package dev.linekeeper.adapter.store.site;

import org.jspecify.annotations.NullMarked;
