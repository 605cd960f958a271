package dev.linekeeper.core.reservation;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.Optional;

/**
 * For whom or for what a number is reserved.
 *
 * @param key the object id of a person or an account; the name of a site, or the words of a purpose, in lower case
 * @param name how people called it when they reserved it
 */
public record ReservedFor(ReservedKind kind, String key, String name) {
    /** The longest purpose, in characters. */
    public static final int LONGEST = 200;

    /** The names are stored: do not rename. */
    public enum ReservedKind {
        PERSON,
        ACCOUNT,
        SITE,
        /** Nothing that Linekeeper knows of; no plan takes such a number. */
        PURPOSE
    }

    public static ReservedFor of(DirectoryEntry person) {
        return new ReservedFor(ReservedKind.PERSON, person.id().value(), person.displayName());
    }

    public static ReservedFor of(ResourceAccount account) {
        return new ReservedFor(ReservedKind.ACCOUNT, account.id().value(), account.displayName());
    }

    public static ReservedFor site(String name) {
        return new ReservedFor(ReservedKind.SITE, AnyCase.folded(name), name);
    }

    public static ReservedFor purpose(String words) {
        return new ReservedFor(ReservedKind.PURPOSE, AnyCase.folded(words), words);
    }

    /** Whether it is the same, whatever it was called then. */
    public boolean isSame(ReservedFor other) {
        return kind == other.kind && key.equals(other.key);
    }

    /** The person it is for. */
    public Optional<UserId> person() {
        return Optional.of(key).filter(_ -> kind == ReservedKind.PERSON).map(UserId::new);
    }

    /** Whether the plan that takes it does so for them; of a site that is not known here, but for a policy called like it. */
    public boolean gets(TakenNumber taken) {
        return switch (kind) {
            case PERSON, ACCOUNT -> taken.holders().contains(new UserId(key));
            case SITE -> taken.policy().equals(Optional.of(new PolicyName(name)));
            case PURPOSE -> false;
        };
    }

    /** In words, such as {@code the site London}. */
    public Explanation words() {
        return Explanation.of("reservation.for." + kind.name(), name);
    }
}
