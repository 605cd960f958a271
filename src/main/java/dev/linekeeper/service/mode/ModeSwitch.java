package dev.linekeeper.service.mode;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.OperatingMode.ModeLimits;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.mode.ModeStore.ChosenMode;
import dev.linekeeper.service.mode.ModeStore.KeptMode;
import dev.linekeeper.service.mode.ModeStore.LiveWish;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The mode, which an owner can switch while running (src/docs/requirements.md, T37). It is never more than {@link
 * ModeLimits#most}; to live takes a second person, an owner or a voice admin. Each switch is kept and in the audit trail.
 * Thread-safe.
 */
public record ModeSwitch(
        ModeStore store,
        ModeLimits limits,
        Roles roles,
        AuditTrail trail,
        AdminNews news,
        Transactions transactions,
        Clock clock)
        implements Supplier<OperatingMode> {
    /** The kind of the news that somebody asks for live; its subject is when. */
    public static final String KIND = "mode-live";

    /** Whoever may switch for a part of the organisation may not switch for all of it: as for a policy, which everybody could have. */
    private static final Subject EVERYBODY = PolicyName.GLOBAL;

    /** The mode, since when it was chosen, and who waits to have it live. */
    public record ModeNow(OperatingMode mode, Optional<Instant> since, Optional<LiveWish> wish) {}

    /** What came of a choice. */
    public sealed interface ModeChoice {
        record Switched(OperatingMode mode) implements ModeChoice {}

        /** It is so already. */
        record Unchanged(OperatingMode mode) implements ModeChoice {}

        /** Live waits for a second person, since then. */
        record LiveWaits(LiveWish wish) implements ModeChoice {}

        /** The settings allow no more than this. */
        record Beyond(OperatingMode most) implements ModeChoice {}

        /** They are no owner, and there is nothing to confirm. */
        record NotTheirs() implements ModeChoice {}
    }

    @Override
    public OperatingMode get() {
        return mode(store.find());
    }

    public ModeNow now() {
        return now(store.find());
    }

    /**
     * Switches, asks for live, or confirms what another asked for. To choose a lower mode withdraws what waits.
     *
     * @throws dev.linekeeper.service.people.RolesNotRead when it is not known whether they may
     */
    public ModeChoice choose(UserId who, OperatingMode wanted) {
        boolean owner = roles.hasAnyOver(who, Set.of(Role.OWNER), EVERYBODY);
        boolean second = owner || roles.hasAnyOver(who, Set.of(Role.ADMIN), EVERYBODY);
        return transactions.run(() -> {
            KeptMode kept = store.forChange();
            ModeNow now = now(kept);
            if (wanted.compareTo(limits.most()) > 0) {
                return new ModeChoice.Beyond(limits.most());
            }
            if (wanted == OperatingMode.LIVE && now.mode() != wanted) {
                return live(who, owner, second, kept, now);
            }
            if (!owner) {
                return new ModeChoice.NotTheirs();
            }
            if (now.mode() == wanted && now.wish().isEmpty()) {
                return new ModeChoice.Unchanged(wanted);
            }
            return switched(who, wanted, now, Map.of());
        });
    }

    private ModeChoice live(UserId who, boolean owner, boolean second, KeptMode kept, ModeNow now) {
        var others = now.wish().filter(wish -> !wish.by().equals(who));
        if (others.isPresent() && second) {
            return switched(
                    who,
                    OperatingMode.LIVE,
                    now,
                    Map.of("asked-by", others.get().by().value()));
        }
        if (!owner) {
            return new ModeChoice.NotTheirs();
        }
        if (now.wish().isPresent()) {
            return new ModeChoice.LiveWaits(now.wish().get());
        }
        // As exact as databases keep it, or its card would not know it again.
        var wish = new LiveWish(who, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.keep(new KeptMode(kept.chosen(), Optional.of(wish)));
        noted(who, "live, asked for", Map.of());
        news.post(KIND, wish.at().toString());
        return new ModeChoice.LiveWaits(wish);
    }

    private ModeChoice switched(UserId who, OperatingMode wanted, ModeNow now, Map<String, String> more) {
        store.keep(new KeptMode(Optional.of(new ChosenMode(wanted, clock.instant())), Optional.empty()));
        noted(who, wanted.written(), more);
        now.wish().ifPresent(wish -> news.changed(KIND, wish.at().toString()));
        return new ModeChoice.Switched(wanted);
    }

    private void noted(UserId who, String value, Map<String, String> more) {
        var details = new TreeMap<>(more);
        details.put("setting", "linekeeper.mode");
        details.put("value", value);
        trail.append(new AuditEntry(
                clock.instant(), Optional.of(who), Action.SETTING, Optional.empty(), Optional.empty(), details));
    }

    private OperatingMode mode(KeptMode kept) {
        OperatingMode chosen = kept.chosen().map(ChosenMode::mode).orElse(limits.start());
        return chosen.compareTo(limits.most()) > 0 ? limits.most() : chosen;
    }

    private ModeNow now(KeptMode kept) {
        Instant oldest = clock.instant().minus(limits.waits());
        return new ModeNow(
                mode(kept),
                kept.chosen().map(ChosenMode::at),
                kept.wish().filter(wish -> wish.at().isAfter(oldest)));
    }
}
