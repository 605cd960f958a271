package dev.linekeeper.adapter.teams.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members of the organisation, by the directory, because activities do not tell guests from members. Members are
 * cached for ten minutes. Thread-safe.
 */
public final class OrganisationMembers {
    enum Membership {
        MEMBER,
        OUTSIDER,
        /** The directory cannot be read; the person is not served meanwhile. */
        UNKNOWN
    }

    private static final Logger log = LoggerFactory.getLogger(OrganisationMembers.class);

    private final Directory directory;
    private final Cache<UserId, Boolean> members;

    public OrganisationMembers(Directory directory, Clock clock) {
        this.directory = directory;
        this.members = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(10))
                .maximumSize(10_000)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    Membership of(UserId person) {
        if (members.getIfPresent(person) != null) {
            return Membership.MEMBER;
        }
        try {
            if (!directory.isMember(person)) {
                return Membership.OUTSIDER;
            }
            members.put(person, true);
            return Membership.MEMBER;
        } catch (BackendFailure failure) {
            log.warn("action=check-member person={} outcome=unknown kind={}", person, failure.kind());
            return Membership.UNKNOWN;
        }
    }
}
