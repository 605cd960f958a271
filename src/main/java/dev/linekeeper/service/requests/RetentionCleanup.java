package dev.linekeeper.service.requests;

import java.time.Instant;

/** Deletes records that are no longer needed: old buttons, activities seen long ago, earlier versions of requests. */
@FunctionalInterface
public interface RetentionCleanup {
    /** Deletes the records and returns how many there were. */
    int deleteExpired(Instant now);
}
