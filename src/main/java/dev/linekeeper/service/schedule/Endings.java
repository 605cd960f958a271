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
import java.util.Set;
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
        Optional<Request.Completed> enrolment = enrolment(kept);
        if (enrolment.isEmpty() || !last.orElseThrow().terms().hasEnded(clock.instant())) {
            return Optional.empty();
        }
        return !isFree(enrolment.get()) || mode.get() != OperatingMode.LIVE
                ? Optional.of(LATER)
                : end(enrolment.get(), last.get());
    }

    /** What somebody has now until a day began with it. */
    Optional<Request.Completed> enrolment(UserId person) {
        return enrolment(store.temporaryOf(person));
    }

    private static Optional<Request.Completed> enrolment(List<Request.Completed> kept) {
        return kept.reversed().stream()
                .filter(each -> !each.terms().plan().changes().isEmpty())
                .findFirst();
    }

    /** The request, if it says until when its person has it. */
    Optional<Request.Completed> last(Request request) {
        return store.temporaryOf(request.terms().person()).stream()
                .reduce((_, last) -> last)
                .filter(last -> last.id().equals(request.id()));
    }

    /** Whether no request for its person is open. */
    boolean isFree(Request.Completed named) {
        return store.open(named.terms().person()).isEmpty();
    }

    /** Whether those days are over, and something may be written. */
    boolean mayEnd(Optional<Schedule> days) {
        return mode.get() == OperatingMode.LIVE
                && days.filter(it -> it.isOver(clock.instant())).isPresent();
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
            case CannotUndo _,
                    PlanResult.Blocked _,
                    PlanResult.NotVerified _,
                    PlanResult.NoAnswer _,
                    PlanResult.OfPolicy _ -> Optional.of(LATER); // the last where a number is reserved meanwhile
        };
    }

    private Function<RequestId, Request.Pending> takingBack(
            Plan plan, Request.Completed enrolment, Request.Completed named) {
        var approvers = roles.holdersOver(Role.APPROVER, plan.person()).stream()
                .filter(holder -> !holder.equals(plan.person()))
                .collect(Collectors.toUnmodifiableSet());
        return takingBack(plan, enrolment, named, approvers, Optional.empty());
    }

    /** The approval that named the end holds from that end on, as long as any. */
    Function<RequestId, Request.Pending> takingBack(
            Plan plan,
            Request.Completed enrolment,
            Request.Completed named,
            Set<UserId> approvers,
            Optional<RequestId> batch) {
        Instant now = clock.instant();
        var since = named.terms()
                .schedule()
                .map(days -> new Schedule(days.end().map(day -> day.plusDays(1)), Optional.empty(), days.zone()));
        return id -> Request.Pending.of(new RequestDetails(
                id,
                UserId.LINEKEEPER,
                plan,
                false,
                reason(named.id()),
                now,
                now.plus(policy.expiry()),
                approvers,
                policy.quorum(plan.risk()),
                false,
                Optional.of(enrolment.id()),
                batch,
                since));
    }

    private Optional<Duration> askAnew(Request.Completed enrolment, Request.Completed named) {
        var removal = new Intent.RemovePerson(enrolment.terms().person());
        var change = new ChangeRequest(UserId.LINEKEEPER, removal, reason(named.id()));
        return isSettled(submission.submit(change)) ? Optional.empty() : Optional.of(LATER);
    }

    /** Whether it need not be asked again: it is asked, or there is nothing to ask. */
    static boolean isSettled(SubmissionResult asked) {
        return switch (asked) {
            case SubmissionResult.Sent _ -> true;
            case SubmissionResult.OnlyPlanned(PlanResult.NothingToDo _) -> true;
            case SubmissionResult.OnlyPlanned(PlanResult.UnknownPerson _) -> true;
            case SubmissionResult _ -> false;
        };
    }

    static String reason(RequestId named) {
        return new OwnReason(OwnReason.Cause.ENDED, named.toString()).toString();
    }
}
