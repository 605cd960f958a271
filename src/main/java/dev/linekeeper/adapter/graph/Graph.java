package dev.linekeeper.adapter.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.BaseRequestConfiguration;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Surface;
import dev.linekeeper.service.tenant.Throttle;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One app registration's way to Microsoft Graph. The SDK's client is heavy to build (about a second), so it is built at
 * the first call, off the start-up path.
 */
final class Graph {
    static final String SOURCE = "Microsoft Graph";

    /** Fetches the page behind a link. */
    interface NextPage<P> {
        @Nullable
        P fetch(GraphServiceClient client, String link);
    }

    private final URI baseUrl;
    private final Supplier<GraphServiceClient> build;
    private final Throttle throttle;
    private final Surface surface;
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable GraphServiceClient client;

    /** The way to {@code baseUrl}; calls wait their turn at the throttle. */
    Graph(URI baseUrl, Supplier<GraphServiceClient> build, Throttle throttle) {
        this(baseUrl, build, throttle, Surface.DIRECTORY);
    }

    private Graph(URI baseUrl, Supplier<GraphServiceClient> build, Throttle throttle, Surface surface) {
        this.baseUrl = baseUrl;
        this.build = build;
        this.throttle = throttle;
        this.surface = surface;
    }

    /** The same way, for calls of another surface. */
    Graph on(Surface other) {
        return new Graph(baseUrl, this::client, throttle, other);
    }

    URI baseUrl() {
        return baseUrl;
    }

    /** The authority of the address all calls go to. */
    String host() {
        return baseUrl.getAuthority();
    }

    /**
     * Asks, in its turn, and a second time when the first answer is one that passes.
     *
     * @throws BackendFailure whatever went wrong, in our words
     */
    <T extends @Nullable Object> T call(Function<GraphServiceClient, T> request) {
        return throttle.<T>patiently(surface, () -> answer(request));
    }

    /**
     * Changes something, in its turn and once.
     *
     * @throws BackendFailure whatever went wrong, in our words
     */
    void change(Consumer<GraphServiceClient> request) {
        throttle.<Boolean>once(
                surface,
                () -> answer(client -> {
                    request.accept(client);
                    return true;
                }));
    }

    private <T extends @Nullable Object> T answer(Function<GraphServiceClient, T> request) {
        try {
            return request.apply(client());
        } catch (RuntimeException thrown) {
            throw Failures.of(thrown);
        }
    }

    /** Like {@link #call}, but what does not exist is empty. */
    <T> Optional<T> find(Function<GraphServiceClient, @Nullable T> request) {
        try {
            return Optional.of(present(this.<@Nullable T>call(request)));
        } catch (BackendFailure failure) {
            if (failure.kind() == BackendFailure.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Goes through a collection page by page, and only to the host we started from.
     *
     * @param link of a page to the one after it; null at the end
     */
    <P> void pages(
            Function<GraphServiceClient, @Nullable P> first,
            NextPage<P> next,
            Function<P, @Nullable String> link,
            Consumer<P> take) {
        P page = present(this.<@Nullable P>call(first));
        while (true) {
            take.accept(page);
            String following = link.apply(page);
            if (following == null) {
                return;
            }
            if (!host().equals(URI.create(following).getAuthority())) {
                throw new BackendFailure(BackendFailure.Kind.PROTOCOL, "The next page is on another host");
            }
            page = present(this.<@Nullable P>call(client -> next.fetch(client, following)));
        }
    }

    /** The SDK gives null for a 200 it could not read, and an object of nothing but nulls for an empty one. */
    static <T> T present(@Nullable T answer) {
        if (answer == null) {
            throw new BackendFailure(BackendFailure.Kind.PROTOCOL, "The answer was empty where data is documented");
        }
        return answer;
    }

    /** Gives each call an id of its own for correlation; the SDK would send one per client. */
    static void stamp(@Nullable BaseRequestConfiguration configuration) {
        if (configuration != null) {
            configuration.headers.tryAdd("client-request-id", UUID.randomUUID().toString());
        }
    }

    private GraphServiceClient client() {
        GraphServiceClient built = client;
        if (built != null) {
            return built;
        }
        building.lock();
        try {
            built = client;
            if (built == null) {
                built = build.get();
                client = built;
            }
            return built;
        } finally {
            building.unlock();
        }
    }
}
