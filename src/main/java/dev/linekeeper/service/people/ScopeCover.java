package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.CallLane;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether scopes cover a person, whose entry in the directory is read when it matters, or a policy, which takes everybody.
 * Where the entry cannot be read, {@link RolesNotRead} is thrown.
 */
record ScopeCover(Directory directory, Clock clock) {
    Predicate<Scope> over(Subject subject) {
        return over(subject, Map.of());
    }

    /** The same with entries that were read already. */
    Predicate<Scope> over(Subject subject, Map<UserId, DirectoryEntry> read) {
        return subject.person().map(person -> over(person, read)).orElse(Scope::isEverybody);
    }

    private Predicate<Scope> over(UserId person, Map<UserId, DirectoryEntry> read) {
        return scope -> scope.isEverybody()
                || directory
                        .asFact(() -> Optional.ofNullable(read.get(person)).or(() -> directory.find(person)), clock)
                        .flatMap(entry -> entry.map(scope::covers)
                                .orElseGet(() -> new Fact.Known<>(false, directory.source(), clock.instant())))
                        .fold(covered -> covered, why -> {
                            throw new RolesNotRead(new BackendFailure(FailureKind.TRANSIENT, why));
                        });
    }

    /** The entries of many read now; whoever is not among them is to be looked up alone. */
    Map<UserId, DirectoryEntry> entries(Collection<? extends Subject> subjects) {
        var people = subjects.stream().flatMap(subject -> subject.person().stream());
        try {
            return CallLane.BULK.call(() -> directory.findMany(people.collect(Collectors.toSet())));
        } catch (BackendFailure failure) {
            throw new RolesNotRead(failure);
        }
    }
}
