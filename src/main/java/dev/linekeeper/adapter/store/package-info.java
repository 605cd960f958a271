/** The database: requests, the audit chain, conversations and cards, over JDBC on H2 or PostgreSQL. */
@NullMarked
package dev.linekeeper.adapter.store;

import org.jspecify.annotations.NullMarked;
