package dev.linekeeper.service.requests;

import java.time.Instant;

/** Drops what nobody needs any more: old buttons, activities seen long ago, earlier versions of requests. */
@FunctionalInterface
public interface Upkeep {
    /** Returns how many records were dropped. */
    int tidy(Instant now);
}
