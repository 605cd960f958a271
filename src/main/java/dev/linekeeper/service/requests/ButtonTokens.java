package dev.linekeeper.service.requests;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

/**
 * One-shot tokens for buttons: each works once, for one action on one version of a request or batch, for one reader.
 * Only hashes are stored, so nobody can use a token read from the database.
 */
public record ButtonTokens(Store store, Clock clock) {
    private static final int BYTES = 16;

    /** Stands where a token would; nobody can press it. */
    private static final String TYPED = "";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The store of hashed tokens. */
    public interface Store {
        void save(String hash, Instant expires);

        /** Removes the hash; true for exactly one caller, and only before it expires. */
        boolean take(String hash, Instant now);

        /** Deletes expired hashes and returns how many there were. */
        int purge(Instant now);
    }

    /** What a button is for, in the one state in which it is good. */
    public interface Target {
        RequestId id();

        String state();
    }

    /** A fresh token for a card that {@code reader} is about to see. */
    public String issue(Target request, RequestAction verb, UserId reader, Instant expires) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.save(hash(token, request, verb, reader), expires);
        return token;
    }

    /** Makes the next {@link #redeemTyped} good, in place of a token that nobody could type. */
    void expectTyped(Target request, RequestAction verb, UserId reader, Instant expires) {
        String hash = hash(TYPED, request, verb, reader);
        store.take(hash, Instant.EPOCH);
        store.save(hash, expires);
    }

    boolean redeemTyped(Target request, RequestAction verb, UserId reader) {
        return take(TYPED, request, verb, reader);
    }

    public boolean redeem(String token, Target request, RequestAction verb, UserId reader) {
        return !token.equals(TYPED) && take(token, request, verb, reader);
    }

    private boolean take(String token, Target request, RequestAction verb, UserId reader) {
        return store.take(hash(token, request, verb, reader), clock.instant());
    }

    private static String hash(String token, Target of, RequestAction verb, UserId reader) {
        return Sha256.hex("%s|%s|%s|%s|%s".formatted(token, of.id(), of.state(), verb, reader));
    }
}
