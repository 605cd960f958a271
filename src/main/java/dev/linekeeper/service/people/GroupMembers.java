package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.JoinedCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The members of groups as they were read last. Thread-safe. */
final class GroupMembers {
    private static final Logger log = LoggerFactory.getLogger(GroupMembers.class);

    private final Directory directory;
    private final Clock clock;
    private final Map<GroupId, KnownMembers> known = new ConcurrentHashMap<>();
    private final JoinedCalls<GroupId, Set<UserId>> calls = new JoinedCalls<>();

    private record KnownMembers(Set<UserId> people, Instant asOf) {}

    GroupMembers(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Read at most {@code maxAge} ago; where that is zero, by a call that begins now, and for nobody else.
     *
     * @throws RolesNotRead when they cannot be read
     */
    Set<UserId> of(GroupId group, Duration maxAge) {
        try {
            return remembered(group, maxAge)
                    .orElseGet(() -> maxAge.isZero() ? read(group) : calls.get(group, () -> read(group)));
        } catch (BackendFailure failure) {
            log.warn("action=read-role-group group={} outcome=unknown kind={}", group, failure.kind());
            throw new RolesNotRead(failure);
        }
    }

    Optional<Set<UserId>> remembered(GroupId group, Duration maxAge) {
        return Optional.ofNullable(known.get(group))
                .filter(members -> clock.instant().isBefore(members.asOf().plus(maxAge)))
                .map(KnownMembers::people);
    }

    private Set<UserId> read(GroupId group) {
        Set<UserId> people = directory.members(group);
        known.put(group, new KnownMembers(people, clock.instant()));
        return people;
    }
}
