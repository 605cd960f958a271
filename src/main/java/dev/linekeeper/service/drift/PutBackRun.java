package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.DriftState;
import dev.linekeeper.core.drift.DriftState.PutBackAsked;
import dev.linekeeper.core.drift.DriftState.PutBackAsking;
import dev.linekeeper.core.drift.DriftState.PutBackJudged;
import dev.linekeeper.core.drift.DriftState.PutBackReady;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.bulk.judging.RowVerdict;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.ChangeRequest.ChangesTogether;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks who of a drift can be put back, or asks for them, in the name of whoever pressed. What is aimed at is what they have now
 * with what the drift is about as it was: other changes since stay. Begun again from the start when it was cut off.
 */
public record PutBackRun(
        DriftStore store,
        SettingsHistory history,
        BatchSubmission submission,
        DriftNews news,
        Transactions transactions,
        Clock clock) {
    private static final int AT_ONCE = 500;

    /** Somebody else moved the drift on. */
    private static final class DriftElsewhere extends RuntimeException {
        private static final long serialVersionUID = 1;

        DriftElsewhere() {
            super("The drift has moved on", null, false, false);
        }
    }

    /**
     * Does what the drift waits for; nothing when it waits for nothing.
     *
     * @throws dev.linekeeper.service.tenant.BackendFailure while the tenant does not answer: to be tried again
     */
    public void run(RequestId id) {
        try {
            store.find(id).ifPresent(this::run);
        } catch (DriftElsewhere elsewhere) {
            // There is nothing left to do.
        }
    }

    private void run(StoredDrift stored) {
        switch (stored.drift().state()) {
            case PutBackJudged(var who, var reason, _) -> judge(stored, who, reason);
            case PutBackAsking(var who, var reason, _) -> ask(stored, who, reason);
            default -> {}
        }
    }

    private void judge(StoredDrift stored, UserId who, String reason) {
        RequestId id = stored.drift().id();
        var results = submission.preview(changes(stored, who, reason, false), _ -> {});
        var cannot = new LinkedHashMap<UserId, Explanation>();
        results.forEach((change, result) -> {
            if (!(result instanceof OnlyPlanned(PlanResult.Ready _))) {
                cannot.put(change.intent().whom().orElseThrow(), RowVerdict.whyNot(result));
            }
        });
        int can = results.size() - cannot.size();
        transactions.run(() -> {
            move(stored, ready(who, reason, can, cannot));
            store.judged(id, cannot);
            return can;
        });
    }

    private void ask(StoredDrift stored, UserId who, String reason) {
        var changes = changes(stored, who, reason, true);
        var together = new ChangesTogether(
                Optional.empty(),
                _ -> true,
                cannot(stored),
                batch -> move(
                        stored,
                        new PutBackAsked(who, List.of(batch.id()), batch.plan().people(), clock.instant())));
        var submitted = submission.submit(changes, together, _ -> {});
        if (submitted.batch().isEmpty()) {
            List<RequestId> sent = submitted.results().values().stream()
                    .filter(SubmissionResult.Sent.class::isInstance)
                    .map(result -> ((SubmissionResult.Sent) result).request().id())
                    .toList();
            alone(stored, who, reason, sent, submitted.results());
        }
    }

    /** Each was asked for alone, or none could be. */
    private void alone(
            StoredDrift stored,
            UserId who,
            String reason,
            List<RequestId> sent,
            Map<ChangeRequest, SubmissionResult> results) {
        transactions.run(() -> {
            if (sent.isEmpty()) {
                var cannot = new LinkedHashMap<UserId, Explanation>();
                results.forEach((change, result) ->
                        cannot.put(change.intent().whom().orElseThrow(), RowVerdict.whyNot(result)));
                cannot(stored)
                        .forEach(left -> left.subject().person().ifPresent(person -> cannot.put(person, left.why())));
                move(stored, ready(who, reason, 0, cannot));
                store.judged(stored.drift().id(), cannot);
            } else {
                move(stored, new PutBackAsked(who, sent, sent.size(), clock.instant()));
            }
            return sent.size();
        });
    }

    private PutBackReady ready(UserId who, String reason, int can, Map<UserId, Explanation> cannot) {
        var why = CountedLine.of(cannot.values().stream(), Explanation::key);
        return new PutBackReady(who, reason, can, why, clock.instant());
    }

    private void move(StoredDrift before, DriftState next) {
        if (store.replace(before, before.drift().with(next), clock.instant()).isEmpty()) {
            throw new DriftElsewhere();
        }
        news.changed(before.drift().id());
    }

    private List<LeftOut> cannot(StoredDrift stored) {
        return pages(
                stored,
                page -> page.stream()
                        .flatMap(person -> person.cannot().map(why -> new LeftOut(person.person(), why)).stream())
                        .toList());
    }

    /** A restore of each who is not back; where they were judged, of those who can be. */
    private List<ChangeRequest> changes(StoredDrift stored, UserId who, String reason, boolean judged) {
        return pages(stored, page -> {
            List<DriftPerson> some = page.stream()
                    .filter(person ->
                            !person.back() && (!judged || person.cannot().isEmpty()))
                    .toList();
            var known = history.of(some.stream().map(DriftPerson::person).collect(Collectors.toSet()));
            return some.stream()
                    .map(person -> new ChangeRequest(
                            who,
                            new Intent.RestorePerson(
                                    person.person(), then(person, known.getOrDefault(person.person(), List.of()))),
                            reason))
                    .toList();
        });
    }

    private <T> List<T> pages(StoredDrift stored, Function<List<DriftPerson>, List<T>> each) {
        var all = new ArrayList<T>();
        RequestId id = stored.drift().id();
        for (int from = 0; from < stored.people(); from += AT_ONCE) {
            all.addAll(each.apply(store.people(id, from, AT_ONCE)));
        }
        return all;
    }

    private static SettingsVersion then(DriftPerson person, List<SettingsVersion> known) {
        var settings =
                known.isEmpty() ? person.was() : known.getLast().settings().with(person.was());
        int number = known.isEmpty() ? 1 : known.getLast().number();
        return new SettingsVersion(
                person.person(), number, settings, person.before(), person.before(), Optional.empty());
    }
}
