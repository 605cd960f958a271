package dev.linekeeper.service.requests;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

/**
 * One-shot tokens for buttons: each works once, for one verb on one request in one version, for one reader.
 * Only hashes are stored, so who reads the database cannot press.
 */
public final class ButtonTokens {
    private static final int BYTES = 16;

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Where hashed tokens are kept. */
    public interface Store {
        void keep(String hash, Instant expires);

        /** Takes the hash out; true for exactly one caller, and only before it expires. */
        boolean take(String hash, Instant now);

        /** Drops what has expired. */
        int purge(Instant now);
    }

    public ButtonTokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A fresh token for a card that {@code reader} is about to see. */
    public String issue(RequestStore.Stored request, RequestAction verb, UserId reader, Instant expires) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.keep(hash(token, request.request().id(), request.version(), verb, reader), expires);
        return token;
    }

    boolean redeem(String token, RequestStore.Stored request, RequestAction verb, UserId reader) {
        return store.take(hash(token, request.request().id(), request.version(), verb, reader), clock.instant());
    }

    private static String hash(String token, RequestId request, long version, RequestAction verb, UserId reader) {
        return Sha256.hex("%s|%s|%d|%s|%s".formatted(token, request, version, verb, reader));
    }
}
