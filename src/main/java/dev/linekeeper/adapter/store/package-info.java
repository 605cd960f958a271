/**
 * The database: requests, the audit chain, conversations and cards, over JDBC on H2 or PostgreSQL; and the metrics of
 * calls to the tenant for {@code /actuator/prometheus}.
 */
@NullMarked
package dev.linekeeper.adapter.store;

import org.jspecify.annotations.NullMarked;
