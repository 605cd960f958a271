package dev.linekeeper.adapter.teams.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The connector's signing keys and the channels each is endorsed for, read from the same document because Nimbus drops
 * endorsements. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication">Connector
 *     to bot</a>
 */
public final class SigningKeys implements ResourceRetriever {
    private static final int LARGEST = 1 << 20;
    private static final Duration CACHED = Duration.ofDays(1);
    private static final Duration OUTAGE = Duration.ofDays(2);
    private static final Duration REFRESH = Duration.ofSeconds(15);
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(30);

    private final Map<String, Set<String>> endorsements = new ConcurrentHashMap<>();
    private final DefaultResourceRetriever http = new DefaultResourceRetriever(3000, 3000, LARGEST);

    /** The keys of this metadata, cached for a day and read again, rate-limited, when a token names an unknown key. */
    JWKSource<SecurityContext> describedAt(URI metadata) {
        try {
            return JWKSourceBuilder.create(metadata.toURL(), this)
                    .cache(CACHED.toMillis(), REFRESH.toMillis())
                    .rateLimited(BETWEEN_REQUESTS.toMillis())
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not an address: " + metadata, e);
        }
    }

    boolean areEndorsed(@Nullable Object keyId, String channel) {
        return keyId != null
                && endorsements.getOrDefault(keyId.toString(), Set.of()).contains(channel);
    }

    /** Reads the metadata, then the key set it names. */
    @Override
    public Resource retrieveResource(URL metadata) throws IOException {
        try {
            var described =
                    JSONObjectUtils.parse(http.retrieveResource(metadata).getContent());
            Resource keys = http.retrieveResource(
                    JSONObjectUtils.getURI(described, "jwks_uri").toURL());
            for (Map<String, Object> key :
                    JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(keys.getContent()), "keys")) {
                List<String> channels = JSONObjectUtils.getStringList(key, "endorsements");
                endorsements.put(String.valueOf(key.get("kid")), channels == null ? Set.of() : Set.copyOf(channels));
            }
            return keys;
        } catch (ParseException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("The signing keys cannot be read", e);
        }
    }
}
