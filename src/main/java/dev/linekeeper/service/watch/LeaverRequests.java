package dev.linekeeper.service.watch;

import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.OwnReason;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What follows from what came about: whoever is disabled is asked for by Linekeeper itself, everything else is told to voice
 * admins. Nothing is done by itself, and nothing is asked or told twice.
 *
 * @param news tells voice admins, once a subject, in the caller's transaction
 * @param most how many people one cause is asked for or told one by one within an hour; more are one question
 */
public record LeaverRequests(
        WatchStore store,
        RequestStore requests,
        RequestSubmission submission,
        RequestTransitions transitions,
        Consumer<WatchSubject> news,
        Transactions transactions,
        int most,
        Clock clock) {
    /** What an account system does to many is read in several rounds. */
    private static final Duration AT_ONCE = Duration.ofHours(1);

    private static final String REASON = new OwnReason(OwnReason.Cause.LEFT, "").toString();

    /** Asks for and tells what was not yet, and says of whom the licence may go. */
    public void settle() {
        Map<WatchCause, List<WatchFinding>> waiting = new EnumMap<>(WatchCause.class);
        Map<WatchCause, Integer> before = new EnumMap<>(WatchCause.class);
        Instant lately = clock.instant().minus(AT_ONCE);
        for (WatchFinding finding : store.findings()) {
            if (finding.told()) {
                before.merge(finding.cause(), finding.since().isAfter(lately) ? 1 : 0, Integer::sum);
                finding.request().flatMap(requests::find).ifPresent(stored -> released(finding, stored.request()));
            } else {
                waiting.merge(finding.cause(), List.of(finding), LeaverRequests::joined);
            }
        }
        waiting.forEach((cause, findings) -> {
            if (findings.size() + before.getOrDefault(cause, 0) > most) {
                tellTogether(findings);
            } else if (cause == WatchCause.DISABLED) {
                findings.forEach(this::ask);
            } else {
                findings.forEach(this::tell);
            }
        });
    }

    private static List<WatchFinding> joined(List<WatchFinding> some, List<WatchFinding> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void tellTogether(List<WatchFinding> findings) {
        WatchFinding first = findings.getFirst();
        transactions.run(() -> {
            findings.forEach(finding -> store.told(finding, Optional.empty()));
            news.accept(new WatchSubject(WatchSubject.topic(first), Optional.empty(), first.since()));
            return true;
        });
    }

    private void tell(WatchFinding finding) {
        transactions.run(() -> {
            boolean first = store.told(finding, Optional.empty());
            if (first) {
                news.accept(WatchSubject.of(finding));
            }
            return first;
        });
    }

    private void ask(WatchFinding finding) {
        var removal = new Intent.RemovePerson(finding.person(), true);
        switch (submission.submit(new ChangeRequest(UserId.LINEKEEPER, removal, REASON))) {
            case SubmissionResult.Sent(var sent) -> store.told(finding, Optional.of(sent.id()));
            case SubmissionResult.PersonHasOpenRequest(var open, _)
            when isOurs(open) -> store.told(finding, Optional.of(open.id()));
            case SubmissionResult.OnlyPlanned(PlanResult.NothingToDo _) -> store.told(finding, Optional.empty());
            case SubmissionResult.ReadOnly _,
                    SubmissionResult.TooFewApprovers _,
                    SubmissionResult.OnlyPlanned(PlanResult.Blocked _) -> tell(finding);
            case SubmissionResult later -> {}
        }
    }

    /** Whether it was asked for before this process, or another one, could note that. */
    private static boolean isOurs(Request open) {
        return open.terms().requester().equals(UserId.LINEKEEPER)
                && open.terms().reason().equals(REASON);
    }

    private void released(WatchFinding finding, Request request) {
        if (request instanceof Request.Completed) {
            transactions.run(() -> {
                store.end(finding.person(), finding.cause());
                news.accept(new WatchSubject(WatchTopic.RELEASED, Optional.of(finding.person()), finding.since()));
                return true;
            });
        }
    }

    /** Takes back what was asked for and is not needed any more, unless it is decided and begun. */
    void withdraw(RequestId id) {
        requests.find(id)
                .ifPresent(stored -> withdrawn(stored).ifPresent(cancelled -> transitions.move(stored, cancelled)));
    }

    private Optional<Request.Cancelled> withdrawn(Stored stored) {
        return switch (stored.request()) {
            case AwaitingDecision it ->
                Optional.of(new Request.Cancelled(it.terms(), UserId.LINEKEEPER, clock.instant()));
            case Request.Approved it -> it.cancel(UserId.LINEKEEPER, clock.instant());
            default -> Optional.empty();
        };
    }
}
