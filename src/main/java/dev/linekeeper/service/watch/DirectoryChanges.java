package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Optional;
import java.util.Set;

/** Whom the directory names as changed. What was changed is not told, nor is it certain that something was: they are read. */
@FunctionalInterface
public interface DirectoryChanges {
    /**
     * The answer to one question.
     *
     * @param people those who were added, changed or deleted; guests and resource accounts may be among them
     * @param link what the next question begins with
     * @param anew whether nothing is known of what was changed before, so that only reading everybody tells
     */
    record Round(Set<UserId> people, String link, boolean anew) {
        public Round {
            people = Set.copyOf(people);
        }
    }

    /**
     * Who was changed since an earlier round.
     *
     * @param link of that round; empty to begin
     * @throws BackendFailure when it could not be read to its end
     */
    Round since(Optional<String> link);
}
