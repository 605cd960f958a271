/** Jobs in the database, shared by all replicas: apply a request, notify, remind, expire, delete old records. */
@NullMarked
package dev.linekeeper.adapter.jobs;

import org.jspecify.annotations.NullMarked;
