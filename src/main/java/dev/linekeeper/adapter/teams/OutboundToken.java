package dev.linekeeper.adapter.teams;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token that goes with what we send; kept until shortly before it expires, and fetched by one thread at a time. */
final class OutboundToken {
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Optional<TokenCredential> credential;
    private final TokenRequestContext wanted;
    private final Clock clock;
    private volatile @Nullable AccessToken current;

    /** Without a credential nothing is sent along. */
    OutboundToken(Optional<TokenCredential> credential, String scope, Clock clock) {
        this.credential = credential;
        this.wanted = new TokenRequestContext().addScopes(scope);
        this.clock = clock;
    }

    Optional<String> bearer() {
        return credential.map(source -> fresh(source).getToken());
    }

    private AccessToken fresh(TokenCredential source) {
        AccessToken known = current;
        if (known != null && isFresh(known)) {
            return known;
        }
        synchronized (this) {
            known = current;
            if (known == null || !isFresh(known)) {
                known = source.getTokenSync(wanted);
                current = known;
            }
            return known;
        }
    }

    private boolean isFresh(AccessToken token) {
        return clock.instant().isBefore(token.getExpiresAt().toInstant().minus(AHEAD));
    }
}
