package dev.linekeeper.service.requests;

import java.util.function.Supplier;

/** Stores several things together: all of them or none. */
@FunctionalInterface
public interface Transactions {
    <T> T inOne(Supplier<T> work);
}
