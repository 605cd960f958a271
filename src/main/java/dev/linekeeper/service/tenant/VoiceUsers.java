package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Teams voice knows of one person, always read fresh. */
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
}
