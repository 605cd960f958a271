package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.util.Optional;

/** What Teams voice knows of one person, always read fresh. */
public interface VoiceUsers extends Backend {
    Optional<VoiceUser> read(UserId person);

    /** Like {@link #read}, with what takes a slow call for each person: for one who is asked about, not for many. */
    default Optional<VoiceUser> readWhole(UserId person) {
        return read(person);
    }
}
