package dev.linekeeper.service.schedule;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.OwnReason;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.TenantPlanner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Ends what people have until a day. Where they are exactly as the enrolment left them, it is taken back on the strength of the approval
 * that named the day; where they are not, approvers are asked anew.
 */
public record Endings(
        RequestStore store,
        TenantPlanner planner,
        RequestTransitions transitions,
        RequestSubmission submission,
        Roles roles,
        ApprovalPolicy policy,
        Supplier<OperatingMode> mode,
        Clock clock) {
    private static final Duration LATER = Duration.ofHours(1);

    /** Ends what the person of that request has, if its day is over; when to look again, empty when that is not needed. */
    public Optional<Duration> end(RequestId id) {
        return store.find(id)
                .map(stored -> stored.request().terms().person())
                .flatMap(person -> end(store.temporaryOf(person)));
    }

    private Optional<Duration> end(List<Request.Completed> kept) {
        Optional<Request.Completed> last = kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
        Optional<Request.Completed> enrolment = kept.reversed().stream()
                .filter(each -> !each.terms().plan().changes().isEmpty())
                .findFirst();
        if (enrolment.isEmpty() || !last.orElseThrow().terms().hasEnded(clock.instant())) {
            return Optional.empty();
        }
        UserId person = enrolment.get().terms().person();
        return store.open(person).isPresent() || mode.get() != OperatingMode.LIVE
                ? Optional.of(LATER)
                : end(enrolment.get(), last.get());
    }

    private Optional<Duration> end(Request.Completed enrolment, Request.Completed named) {
        return switch (planner.plan(new Intent.UndoOf(enrolment.id()))) {
            case PlanResult.Ready(var plan, _) -> {
                transitions.openApproved(takingBack(plan, enrolment, named), named);
                yield Optional.of(LATER);
            }
            case CannotUndo(var why, _)
            when why != UndoObstacle.NOT_VERIFIED -> askAnew(enrolment, named);
            case PlanResult.NothingToDo _, PlanResult.UnknownPerson _ -> Optional.empty();
            case CannotUndo _, PlanResult.Blocked _, PlanResult.NotVerified _, PlanResult.NoAnswer _ ->
                Optional.of(LATER);
        };
    }

    /** The approval that named the end holds from that end on, as long as any. */
    private Function<RequestId, Request.Pending> takingBack(
            Plan plan, Request.Completed enrolment, Request.Completed named) {
        Instant now = clock.instant();
        var since = named.terms()
                .schedule()
                .map(days -> new Schedule(days.end().map(day -> day.plusDays(1)), Optional.empty(), days.zone()));
        var approvers = roles.holdersOver(Role.APPROVER, plan.person()).stream()
                .filter(holder -> !holder.equals(plan.person()))
                .collect(Collectors.toUnmodifiableSet());
        return id -> Request.Pending.of(new RequestDetails(
                id,
                UserId.LINEKEEPER,
                plan,
                false,
                reason(named),
                now,
                now.plus(policy.expiry()),
                approvers,
                policy.quorum(plan.risk()),
                false,
                Optional.of(enrolment.id()),
                Optional.empty(),
                since));
    }

    private Optional<Duration> askAnew(Request.Completed enrolment, Request.Completed named) {
        var removal = new Intent.RemovePerson(enrolment.terms().person());
        return switch (submission.submit(new ChangeRequest(UserId.LINEKEEPER, removal, reason(named)))) {
            case SubmissionResult.Sent _ -> Optional.empty();
            case SubmissionResult.OnlyPlanned(PlanResult.NothingToDo _) -> Optional.empty();
            case SubmissionResult.OnlyPlanned(PlanResult.UnknownPerson _) -> Optional.empty();
            case SubmissionResult _ -> Optional.of(LATER);
        };
    }

    private static String reason(Request.Completed named) {
        return new OwnReason(OwnReason.Cause.ENDED, named.id().toString()).toString();
    }
}
