package dev.linekeeper.service.digest;

import java.time.LocalDate;
import java.util.List;

/** The figures of digests, the newest of them; those of longer ago are forgotten. */
public interface DigestStore {
    /** Keeps the figures of their day; false when there are some of that day already. */
    boolean add(DigestFigures figures);

    /** Those up to that day, newest first. */
    List<DigestFigures> until(LocalDate day, int limit);
}
