package dev.linekeeper.adapter.teams.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the audit trail who was turned away at the door: guests, strangers, other tenants. The same one for the same
 * reason is noted once a minute, as nobody outside shall fill our database; the log has every time. Thread-safe.
 */
public final class TurnedAway {
    private static final int LONGEST = 128;

    private final AuditTrail trail;
    private final Clock clock;
    private final Cache<String, Boolean> recently;

    public TurnedAway(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
        this.recently = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(10_000)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    void note(Activity activity, String reason) {
        var details = Map.of(
                "tried", shortened(activity.getType()),
                "why", reason,
                "account",
                        account(activity)
                                .map(ChannelAccount::getId)
                                .map(TurnedAway::shortened)
                                .orElse(""),
                "tenant", shortened(Sender.tenant(activity)));
        if (recently.asMap().putIfAbsent(details.toString(), true) == null) {
            trail.append(AuditEntry.refused(
                    clock.instant(), account(activity).flatMap(TurnedAway::objectId), Optional.empty(), details));
        }
    }

    private static Optional<ChannelAccount> account(Activity activity) {
        return Optional.ofNullable(activity.getFrom());
    }

    /** What Teams says is the sender's object id, when it looks like one. */
    private static Optional<UserId> objectId(ChannelAccount from) {
        try {
            return Optional.ofNullable(from.getAadObjectId())
                    .map(UUID::fromString)
                    .map(id -> new UserId(id.toString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String shortened(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
