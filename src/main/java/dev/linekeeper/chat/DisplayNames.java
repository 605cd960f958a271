package dev.linekeeper.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Display names of people by Entra object id, cached for 30 minutes: cards name the same few again and again. Of more
 * than 10,000 those used least are forgotten. Thread-safe.
 */
public final class DisplayNames {
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    /** Up to so many are looked up by their ids; of more everybody is read. */
    private static final int BY_ID = 150;

    private final Directory directory;
    private final Clock clock;
    private final Cache<Subject, CachedName> names =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record CachedName(String text, Instant until) {}

    public DisplayNames(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Reads the names of many that are not remembered, in few calls; who is not found then has no name but the id. */
    public void remember(Collection<UserId> people) {
        Set<UserId> unknown = people.stream()
                .filter(person -> names.getIfPresent(person) == null)
                .collect(Collectors.toSet());
        if (unknown.size() <= BY_ID) {
            directory.findMany(unknown).values().forEach(this::remember);
        } else {
            directory.forEach(entry -> {
                if (unknown.contains(entry.id())) {
                    remember(entry);
                }
            });
        }
    }

    private void remember(DirectoryEntry entry) {
        names.put(
                entry.id(), new CachedName(entry.displayName(), clock.instant().plus(REMEMBERED)));
    }

    /** The display name of a person, or the name of what stands behind people. */
    public String of(Subject subject) {
        return switch (subject) {
            case UserId person -> of(person);
            case PolicyName name -> name.value();
            case Groundwork(var kind, var name)
            when kind == GroundworkKind.GROUP -> of(subject, name, () -> directory.groupName(new GroupId(name)));
            case Groundwork it -> it.name();
        };
    }

    /** The display name; the id when the directory knows nobody of it any more, or does not answer; {@code Linekeeper} for itself. */
    public String of(UserId id) {
        if (id.equals(UserId.LINEKEEPER)) {
            return "Linekeeper";
        }
        return of(id, id.value(), () -> directory.find(id).map(DirectoryEntry::displayName));
    }

    private String of(Subject subject, String id, Supplier<Optional<String>> reading) {
        var known = names.getIfPresent(subject);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.text();
        }
        try {
            var text = reading.get().orElse(id);
            names.put(subject, new CachedName(text, clock.instant().plus(REMEMBERED)));
            return text;
        } catch (BackendFailure silent) {
            return known == null ? id : known.text();
        }
    }
}
