package dev.linekeeper.adapter.teams.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import dev.linekeeper.service.tenant.limit.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The connector's signing keys, those that are endorsed for Teams alone. Each key is read by itself, and of each only what a
 * signature needs: an odd one costs that key, not the document. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication">Connector
 *     to bot</a>
 */
public final class SigningKeys implements ResourceRetriever {
    /** In bytes. The document of the public service has more than a million, and grows. */
    private static final int LARGEST = 16 << 20;

    private static final Duration CACHED = Duration.ofDays(1);
    private static final Duration REFRESHED_BEFORE = Duration.ofHours(1);
    private static final Duration OUTAGE = Duration.ofDays(2);
    private static final Duration REFRESH = Duration.ofSeconds(15);

    /** A server that sends a byte now and then must not keep the keys from being read anew. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(10);

    private static final ExecutorService READERS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Set<String> OF_A_SIGNATURE = Set.of("kty", "kid", "n", "e");

    /** Between the starts of two readings: who signs with a new key waits that long, whatever strangers invent. */
    private static final Duration APART = Duration.ofSeconds(1);

    private final DefaultResourceRetriever http = new DefaultResourceRetriever(3000, 3000, LARGEST);
    private final Clock clock;
    private final Sleeper sleeper;
    private Instant next = Instant.MIN;
    private volatile boolean unread;

    public SigningKeys(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * The keys of this metadata, cached for a day and read again when a token names an unknown key. Nimbus' own limit is not
     * used: it refuses a new key for half a minute after anybody invented two. Here the token waits for the next reading,
     * which it shares with all others that wait. While they cannot be read, those of before serve on, and a key that is not
     * among them is not known to be wrong.
     */
    JWKSource<SecurityContext> describedAt(URI metadata) {
        try {
            var kept = JWKSourceBuilder.create(metadata.toURL(), this)
                    .cache(CACHED.toMillis(), REFRESH.toMillis())
                    .refreshAheadCache(REFRESHED_BEFORE.toMillis(), false)
                    .rateLimited(false)
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
            return (wanted, context) -> {
                List<JWK> found = kept.get(wanted, context);
                if (found.isEmpty() && unread) {
                    throw new KeySourceException("The keys are those of before; a newer one may be this");
                }
                return found;
            };
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not an address: " + metadata, e);
        }
    }

    /** Reads the metadata, then the key set it names; fails when no key in it is endorsed for Teams. */
    @Override
    public Resource retrieveResource(URL metadata) throws IOException {
        await();
        unread = true;
        Future<Resource> reading = READERS.submit(() -> read(metadata));
        try {
            Resource read = reading.get(LONGEST_READING.toMillis(), TimeUnit.MILLISECONDS);
            unread = false;
            return read;
        } catch (TimeoutException e) {
            reading.cancel(true); // closes its connection, as the thread is a virtual one
            throw new IOException("The signing keys take too long to read", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private Resource read(URL metadata) throws IOException {
        try {
            var described =
                    JSONObjectUtils.parse(http.retrieveResource(metadata).getContent());
            String document = http.retrieveResource(
                            JSONObjectUtils.getURI(described, "jwks_uri").toURL())
                    .getContent();
            List<JWK> keys = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(document), "keys").stream()
                    .flatMap(key -> usable(key).stream())
                    .toList();
            if (keys.isEmpty()) {
                throw new IOException("No signing key is endorsed for Teams");
            }
            return new Resource(new JWKSet(keys).toString(), JWKSet.MIME_TYPE);
        } catch (ParseException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("The signing keys cannot be read", e);
        }
    }

    /** The cache asks one thread at a time; the others wait for what it brings. */
    private synchronized void await() throws InterruptedIOException {
        Duration left = Duration.between(clock.instant(), next);
        if (left.isPositive()) {
            try {
                sleeper.sleep(left);
            } catch (InterruptedException e) {
                throw stopped();
            }
        }
        next = clock.instant().plus(APART);
    }

    private static InterruptedIOException stopped() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("stopped");
    }

    private static Optional<JWK> usable(Object key) {
        if (!(key instanceof Map<?, ?> members)
                || !(members.get("endorsements") instanceof List<?> channels)
                || !channels.contains(ActivityChecks.CHANNEL)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JWK.parse(members.entrySet().stream()
                    .filter(member ->
                            OF_A_SIGNATURE.contains(String.valueOf(member.getKey())) && member.getValue() != null)
                    .collect(Collectors.toMap(member -> (String) member.getKey(), Map.Entry::getValue))));
        } catch (ParseException | IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
