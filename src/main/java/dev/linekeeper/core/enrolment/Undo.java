package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back from a plan that was applied, whole or in part: last change first (domain.md §4.5). */
public final class Undo {
    private Undo() {}

    /** Whether there is a way back. */
    public sealed interface Outcome {

        /** {@link Risk#why} of the plan says what is lost on the way and what takes over. */
        record Ready(Plan plan) implements Outcome {}

        /** Everything is as it was before the plan. */
        record NothingToUndo() implements Outcome {}

        /** Somebody changed what the plan changed, or what it would go back to is gone: we do not undo over it. */
        record Moved(List<Explanation> differences) implements Outcome {
            public Moved {
                differences = List.copyOf(differences);
            }
        }

        /** The present state, or whether the way back is still open, could not be read. */
        record NotVerified(Explanation missing) implements Outcome {}
    }

    /**
     * The way back from where the person is now.
     *
     * @param applied the plan to undo; as far as it got, so a plan that stopped half-way can be undone too
     * @throws IllegalArgumentException when the plan is another person's
     */
    public static Outcome of(Plan applied, Person now, Tenant tenant, Settings settings) {
        if (!applied.person().equals(now.id())) {
            throw new IllegalArgumentException("A plan for %s cannot be undone for %s"
                    .formatted(applied.person(), now.id()));
        }
        return switch (PersonState.of(now)) {
            case Fact.Missing<PersonState>(var why) -> new Outcome.NotVerified(said("not-read", why));
            case Fact.Known<PersonState>(var state, _, _) -> of(applied, state, now, tenant, settings);
        };
    }

    private static Outcome of(Plan applied, PersonState now, Person person, Tenant tenant, Settings settings) {
        var footprint = new Footprint(applied);
        var unread = footprint.kinds().stream()
                .filter(kind -> now.held(kind).isEmpty())
                .findFirst();
        if (unread.isPresent()) {
            return new Outcome.NotVerified(said("not-read", unread.get().type()));
        }
        var differences = footprint.differences(now);
        if (!differences.isEmpty()) {
            return new Outcome.Moved(differences);
        }
        var changes = back(applied, now);
        if (changes.isEmpty()) {
            return new Outcome.NothingToUndo();
        }
        return WayBack.closed(changes, tenant)
                .orElseGet(() -> new Outcome.Ready(Planner.plan(
                        person,
                        tenant,
                        settings,
                        Purpose.UNDO,
                        applied.before().direct(PolicyKind.SHARED_CALLING),
                        changes,
                        now)));
    }

    private static List<Change> back(Plan applied, PersonState now) {
        var before = applied.before();
        var person = applied.person();
        var changes = new ArrayList<Change>();
        for (var change : applied.changes().reversed()) {
            inverse(change, before, now, person).forEach(changes::add);
        }
        if (changes.stream().anyMatch(Change.AssignNumber.class::isInstance)) {
            changes.removeIf(Change.SwitchVoice.class::isInstance); // the number brings voice with it
        }
        var state = now;
        for (var change : changes) {
            state = state.after(change);
        }
        if (state.voiceOn() != before.voiceOn()) {
            changes.add(new Change.SwitchVoice(person, before.voiceOn()));
        }
        return changes;
    }

    private static List<Change> inverse(Change change, PersonState before, PersonState now, UserId person) {
        var voiceOn = new Change.SwitchVoice(person, true);
        return switch (change) {
            case Change.ReleaseNumber(_, var number, var type) ->
                now.holds(number) ? List.of() : List.of(new Change.AssignNumber(person, number, type));
            case Change.AssignNumber(_, var number, var type) -> {
                if (!now.holds(number)) {
                    yield List.of();
                }
                var release = new Change.ReleaseNumber(person, number, type);
                yield before.voiceOn() ? List.of(release, voiceOn) : List.of(release);
            }
            case Change.SwitchVoice _ -> before.voiceOn() && !now.voiceOn() ? List.of(voiceOn) : List.of();
            case Change.GrantPolicy(_, var kind, _) -> restored(kind, before, now, person).stream().toList();
            case Change.RevokePolicy(_, var kind) -> restored(kind, before, now, person).stream().toList();
        };
    }

    private static Optional<Change> restored(PolicyKind kind, PersonState before, PersonState now, UserId person) {
        var then = before.direct(kind);
        if (then.equals(now.direct(kind))) {
            return Optional.empty();
        }
        return Optional.of(then.<Change>map(policy -> new Change.GrantPolicy(person, kind, policy))
                .orElseGet(() -> new Change.RevokePolicy(person, kind)));
    }

    static Explanation said(String key, Object... arguments) {
        return Explanation.of("plan.undo." + key, arguments);
    }
}
