package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.BaseRequestConfiguration;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Microsoft Graph as one app registration, throttled; every failure is a {@link BackendFailure}. Thread-safe. The
 * SDK's client takes about a second to build, so it is built at the first call.
 */
final class Graph {
    /** Kiota's own key for every 4xx and 5xx status in a table of error shapes. */
    private static final String ANY_ERROR = "XXX";

    static final String SOURCE = "Microsoft Graph";
    private static final Logger log = LoggerFactory.getLogger(Graph.class);
    private static final String CALL_ID = "client-request-id";

    /** A read as the SDK's request builders write it ({@code toGetRequestInformation}). */
    interface GraphRead extends Function<GraphServiceClient, RequestInformation> {}

    private final URI baseUrl;
    private final Supplier<GraphServiceClient> build;
    private final ApiThrottle throttle;
    private final RateLimitedApi api;
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable GraphServiceClient client;

    Graph(URI baseUrl, Supplier<GraphServiceClient> build, ApiThrottle throttle) {
        this(baseUrl, build, throttle, RateLimitedApi.DIRECTORY);
    }

    private Graph(URI baseUrl, Supplier<GraphServiceClient> build, ApiThrottle throttle, RateLimitedApi api) {
        this.baseUrl = baseUrl;
        this.build = build;
        this.throttle = throttle;
        this.api = api;
    }

    /** The same client with its calls counted against another rate limit. */
    Graph on(RateLimitedApi other) {
        return new Graph(baseUrl, this::client, throttle, other);
    }

    URI baseUrl() {
        return baseUrl;
    }

    /** Host and port that all calls go to. */
    String host() {
        return baseUrl.getAuthority();
    }

    /**
     * Sends a request that may be repeated: once more after a transient failure.
     *
     * @throws BackendFailure when it fails
     */
    <T extends @Nullable Object> T call(Function<GraphServiceClient, T> request) {
        return throttle.<T>withRetry(api, () -> answer(request));
    }

    /**
     * Sends a change, once.
     *
     * @throws BackendFailure when it fails
     */
    void change(Consumer<GraphServiceClient> request) {
        throttle.<Boolean>once(
                api,
                () -> answer(client -> {
                    request.accept(client);
                    return true;
                }));
    }

    private <T extends @Nullable Object> T answer(Function<GraphServiceClient, T> request) {
        try {
            return request.apply(client());
        } catch (RuntimeException thrown) {
            throw GraphFailures.of(thrown);
        }
    }

    /**
     * Reads one object; once more after a transient failure.
     *
     * @throws BackendFailure when it fails; of kind {@code PROTOCOL} when the answer is empty
     */
    <P extends Parsable> P get(GraphRead read, ParsableFactory<P> factory) {
        return present(this.<@Nullable P>call(client -> send(client, read.apply(client), factory)));
    }

    /** Like {@link #get}, but empty when Graph answers 404. */
    <P extends Parsable> Optional<P> find(GraphRead read, ParsableFactory<P> factory) {
        try {
            return Optional.of(get(read, factory));
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Reads a collection page by page.
     *
     * @throws BackendFailure when a page cannot be read, also when others were: half a collection is none
     */
    <P extends BaseCollectionPaginationCountResponse> void pages(
            GraphRead first, ParsableFactory<P> factory, Consumer<P> take) {
        new GraphPages(this).read(first, factory, page -> {
            take.accept(page);
            return true;
        });
    }

    /**
     * The address of a next page.
     *
     * @throws BackendFailure of kind {@code PROTOCOL} when it is on another host, where tokens must not go
     */
    URI link(String next) {
        return here(next)
                .orElseThrow(() -> new BackendFailure(FailureKind.PROTOCOL, "The next page is on another host"));
    }

    /** Whether an address that Graph once gave is on the host that is asked now. */
    boolean isHere(String address) {
        return here(address).isPresent();
    }

    private Optional<URI> here(String address) {
        try {
            return Optional.of(new URI(address)).filter(link -> host().equals(link.getAuthority()));
        } catch (URISyntaxException unreadable) {
            log.warn("action=read-page outcome=unreadable-link reason={}", unreadable.getReason());
            return Optional.empty();
        }
    }

    /** Reads from a collection and drops the answer, to see whether that is permitted. */
    void probe(GraphRead read) {
        this.<@Nullable Parsable>call(client ->
                send(client, read.apply(client), BaseCollectionPaginationCountResponse::createFromDiscriminatorValue));
    }

    /** The read with a page size and the wanted fields; all fields when none is named. */
    static RequestInformation top(int size, RequestInformation read, String... fields) {
        read.addQueryParameter("%24top", size);
        return fields.length == 0 ? read : select(read, fields);
    }

    static RequestInformation select(RequestInformation read, String... fields) {
        read.addQueryParameter("%24select", fields);
        return read;
    }

    private static <P extends Parsable> @Nullable P send(
            GraphServiceClient client, RequestInformation read, ParsableFactory<P> factory) {
        read.headers.tryAdd(CALL_ID, UUID.randomUUID().toString());
        return client.getRequestAdapter()
                .send(read, new HashMap<>(Map.of(ANY_ERROR, ODataError::createFromDiscriminatorValue)), factory);
    }

    /** The answer, which the SDK leaves null for a 200 it could not read. */
    static <T> T present(@Nullable T answer) {
        if (answer == null) {
            throw new BackendFailure(FailureKind.PROTOCOL, "The answer was empty where data is documented");
        }
        return answer;
    }

    /** The objects of a page that say who they are; one without an id is passed over, and the log says how many were. */
    static <T> List<T> identified(@Nullable List<T> page, Function<T, @Nullable String> id) {
        List<T> all = present(page);
        List<T> identified = all.stream()
                .filter(object -> {
                    String read = id.apply(object);
                    return read != null && !read.isBlank();
                })
                .toList();
        if (identified.size() < all.size()) {
            log.warn("action=read-page outcome=incomplete without-id={}", all.size() - identified.size());
        }
        return identified;
    }

    /** Values of a collection that Graph may leave out. */
    static <T> List<T> listed(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    /** Gives each call a correlation id; the SDK would send one per client. */
    static void stamp(@Nullable BaseRequestConfiguration configuration) {
        if (configuration != null) {
            configuration.headers.tryAdd(CALL_ID, UUID.randomUUID().toString());
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
