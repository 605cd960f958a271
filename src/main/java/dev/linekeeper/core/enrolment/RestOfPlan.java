package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.enrolment.Resumption.OtherRest;
import dev.linekeeper.core.enrolment.Resumption.RestBlocked;
import dev.linekeeper.core.enrolment.Resumption.RestNotVerified;
import dev.linekeeper.core.enrolment.Resumption.SameRest;
import dev.linekeeper.core.enrolment.StepState.Progress;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The changes of a plan that are left after some were made, compared with the person as they are now. */
final class RestOfPlan {
    private final Plan plan;
    private final List<Change> made;
    private final List<Change> left;
    private final PersonState now;

    RestOfPlan(Plan plan, int done, PersonState now) {
        this.plan = plan;
        this.made = plan.changes().stream().limit(done).toList();
        this.left = plan.changes().stream().skip(done).toList();
        this.now = now;
    }

    /** The first setting that is neither as the plan left it nor as it found it; empty when there is none. */
    Optional<Resumption> moved() {
        var changed = Stream.concat(made.stream().filter(this::counts), left.stream())
                .flatMap(change -> moved(change).stream());
        var leftAlone = plan.before().policies().keySet().stream()
                .filter(kind -> plan.changes().stream().noneMatch(change -> isAbout(change, kind)))
                .flatMap(kind -> moved(kind).stream());
        return Stream.concat(Stream.concat(changed, leftAlone), otherNumbers()).findFirst();
    }

    /** A number that came or went though the plan does not touch it. */
    private Stream<Resumption> otherNumbers() {
        return Stream.concat(plan.before().lines().stream(), now.lines().stream())
                .map(PersonState.OwnNumber::number)
                .filter(number -> plan.before().holds(number) != now.holds(number))
                .filter(number -> plan.changes().stream()
                        .noneMatch(change -> change instanceof Change.NumberChange it
                                && it.number().equals(number)))
                .map(number -> new OtherRest(number.toString()));
    }

    /** Whether no later change that was made sets the voice switch again. */
    private boolean counts(Change change) {
        return !(change instanceof Change.SwitchVoice)
                || made.subList(made.indexOf(change) + 1, made.size()).stream()
                        .noneMatch(
                                later -> later instanceof Change.SwitchVoice || later instanceof Change.NumberChange);
    }

    private Optional<Resumption> moved(Change change) {
        var state = StepState.of(plan, change, now);
        return switch (state.progress()) {
            case DONE -> Optional.empty();
            case DUE -> made.contains(change) ? Optional.of(other(change, state)) : Optional.empty();
            case MOVED -> Optional.of(other(change, state));
            case UNREADABLE -> Optional.of(new RestNotVerified(state.seen()));
        };
    }

    private static Resumption other(Change change, StepState state) {
        return new OtherRest("%s: %s".formatted(change.getClass().getSimpleName(), state.seen()));
    }

    /** A policy that the plan leaves alone is part of what was approved too, as it is part of the fingerprint. */
    private Optional<Resumption> moved(PolicyKind kind) {
        var held = now.held(kind);
        if (held.isEmpty()) {
            return Optional.of(new RestNotVerified("%s was not reported".formatted(kind.type())));
        }
        return plan.before().held(kind).filter(held.get()::isSameGrant).isPresent()
                ? Optional.empty()
                : Optional.of(new OtherRest("%s: %s".formatted(kind.type(), held.get())));
    }

    private static boolean isAbout(Change change, PolicyKind kind) {
        return change instanceof Change.PolicyChange it && it.kind() == kind;
    }

    /** The rest compared with what planning the same comes to now. */
    Resumption compared(PlanResult.WithReport fresh) {
        return switch (fresh) {
            case PlanResult.Blocked(var report) -> new RestBlocked(report);
            case PlanResult.NotVerified(_, var unread) ->
                new RestNotVerified(unread.orElse("Not everything could be read"));
            case PlanResult.NothingToDo _ -> covers(List.of());
            case PlanResult.Ready(var plan, _) -> covers(plan.changes());
        };
    }

    /** Whether the rest is what would be done: nothing would be done that is not left, and all that is due would be. */
    private Resumption covers(List<Change> wanted) {
        return Stream.concat(
                        wanted.stream().filter(change -> !left.contains(change)),
                        due().filter(change -> !wanted.contains(change)))
                .findFirst()
                .<Resumption>map(change -> new OtherRest(change.getClass().getSimpleName()))
                .orElseGet(SameRest::new);
    }

    /** The rest of a removal, as it follows from where the person was before: half removed, nothing more would follow. */
    Resumption removal(Tenant tenant) {
        List<Change> released = plan.changes().stream()
                .filter(Change.ReleaseNumber.class::isInstance)
                .toList();
        return RemovalPlanner.after(released, plan.person(), plan.before(), tenant)
                .fold(
                        changes -> changes.equals(plan.changes())
                                ? new SameRest()
                                : new OtherRest("what a removal takes away"),
                        RestNotVerified::new);
    }

    /** The rest of an undo or of giving a number: what it puts back or gives has to be there, and no more. */
    Resumption undo(Tenant tenant) {
        return UndoPlanner.violation(due().toList(), tenant)
                .<Resumption>map(violation -> violation.why() == UndoObstacle.NOT_VERIFIED
                        ? new RestNotVerified("Not everything could be read")
                        : new OtherRest("what it puts back is gone"))
                .orElseGet(SameRest::new);
    }

    /** The rest of a restore compared with what planning the same comes to now. */
    Resumption restored(PlanResult fresh) {
        return switch (fresh) {
            case PlanResult.WithReport it -> compared(it);
            case PlanResult.CannotUndo(var why, _)
            when why == UndoObstacle.NOT_VERIFIED -> new RestNotVerified("Not everything could be read");
            case PlanResult.CannotUndo _, PlanResult.UnknownPerson _, PlanResult.NoAnswer _, PlanResult.OfPolicy _ ->
                new OtherRest("what it puts back is gone");
        };
    }

    private Stream<Change> due() {
        return left.stream().filter(change -> StepState.of(plan, change, now).progress() == Progress.DUE);
    }
}
