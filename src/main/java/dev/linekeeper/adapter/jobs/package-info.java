/** Work for later, kept in the database and shared by all replicas: applying, announcing, reminding, expiring, tidying. */
@NullMarked
package dev.linekeeper.adapter.jobs;

import org.jspecify.annotations.NullMarked;
