/** News and the channel it goes to, in the database. */
@NullMarked
package dev.linekeeper.adapter.store.news;

import org.jspecify.annotations.NullMarked;
