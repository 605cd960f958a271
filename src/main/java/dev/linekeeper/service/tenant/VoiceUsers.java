package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What Teams voice knows of people, always read fresh. */
public interface VoiceUsers extends Backend {
    Optional<VoiceUser> read(UserId person);

    /** Like {@link #read}, with what takes a slow call for each person: for one who is asked about, not for many. */
    default Optional<VoiceUser> readWhole(UserId person) {
        return read(person);
    }

    /**
     * Like {@link #read}, of many people in few calls that begin now. Whoever is not in the answer is to be asked for alone:
     * it says nothing of them, and is empty where a call a person is what it takes.
     */
    default Map<UserId, VoiceUser> readMany(Set<UserId> people) {
        return Map.of();
    }

    /** Like {@link #read}, perhaps without what lies beneath a direct grant: for what is in effect, in one call. */
    default Optional<VoiceUser> readInEffect(UserId person) {
        return read(person);
    }

    /**
     * Like {@link #readInEffect}, of everybody that lists have, page by page; resource accounts may not be among them.
     *
     * @throws BackendFailure when a page cannot be read, of kind UNSUPPORTED where there is no list
     */
    default void forEach(BiConsumer<UserId, VoiceUser> person) {
        throw new BackendFailure(FailureKind.UNSUPPORTED, "%s has no list of voice settings".formatted(source()));
    }
}
