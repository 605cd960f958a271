package dev.linekeeper.service.requests;

import java.util.function.Supplier;

/** Runs database writes in one transaction: all of them are stored or none. */
@FunctionalInterface
public interface Transactions {
    <T> T run(Supplier<T> work);
}
