package dev.linekeeper.service.tenant.limit;

import dev.linekeeper.service.tenant.BackendFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Readings that several want at the same time, made once for all of them. For looking only: whoever joins gets what may
 * have been read a moment before they asked. Thread-safe.
 */
public final class JoinedCalls<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    /**
     * What the call of that key gives, be it this one or one that is under way.
     *
     * @throws BackendFailure of the call that was made
     */
    public V get(K key, Supplier<V> call) {
        var mine = new CompletableFuture<V>();
        var others = underWay.putIfAbsent(key, mine);
        if (others == null) {
            try {
                mine.complete(call.get());
            } catch (RuntimeException | Error failed) {
                mine.completeExceptionally(failed);
            } finally {
                underWay.remove(key, mine);
            }
        }
        try {
            return (others == null ? mine : others).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof BackendFailure failure ? failure : failed;
        }
    }
}
