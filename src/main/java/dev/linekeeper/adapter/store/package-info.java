/**
 * The database: requests, the audit chain, conversations and cards, over JDBC on H2 or PostgreSQL; and figures of
 * the calls it counts, for {@code /actuator/prometheus}.
 */
@NullMarked
package dev.linekeeper.adapter.store;

import org.jspecify.annotations.NullMarked;
