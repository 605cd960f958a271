package dev.linekeeper.service.bulk.judging;

import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.bulk.judging.PersonOfRow.Meant;
import dev.linekeeper.service.bulk.judging.PersonOfRow.NotMeant;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent.EnrolPerson;
import dev.linekeeper.service.requests.Intent.GiveNumber;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** Judges what asking for the rows of a list would come to. Nothing changes by it. */
public final class RowJudgement {
    private final TenantPorts ports;
    private final TenantReader reader;
    private final ChangePreview changes;
    private final Clock clock;

    /**
     * Judges in a tenant.
     *
     * @param changes such as {@link dev.linekeeper.service.requests.BatchSubmission#preview}
     */
    public RowJudgement(TenantPorts ports, TenantReader reader, ChangePreview changes, Clock clock) {
        this.ports = ports;
        this.reader = reader;
        this.changes = changes;
        this.clock = clock;
    }

    /** What each of some changes would come to, and how many are judged so far. */
    @FunctionalInterface
    public interface ChangePreview {
        Map<ChangeRequest, SubmissionResult> of(List<ChangeRequest> changes, IntConsumer done);
    }

    /**
     * Who asks, and for what.
     *
     * @param policy under which everybody shall be; empty where each row says it
     * @param releases whether own numbers may be given back
     * @param moves whether people may be moved from another policy
     * @param schedule from when and until when
     */
    public record RowTerms(
            UserId requester,
            Optional<PolicyName> policy,
            boolean releases,
            boolean moves,
            Optional<Schedule> schedule) {
        /** What is asked for somebody under that policy. */
        public ChangeRequest change(UserId person, PolicyName target, boolean release, String reason) {
            return new ChangeRequest(requester, new EnrolPerson(person, target, release), reason, schedule);
        }
    }

    /**
     * Judges every row.
     *
     * @param refused rows that were refused when the list was read
     * @param done told how many rows were judged so far
     * @throws dev.linekeeper.service.tenant.BackendFailure while the tenant does not answer
     */
    public BulkPreview preview(List<Row> rows, List<JudgedRow> refused, RowTerms terms, IntConsumer done) {
        var judged = new ArrayList<>(refused);
        var looked = new ArrayList<Row>();
        var numbers = new GivenNumbers(rows, reader.tenant().tenant());
        judged.addAll(numbers.refused());
        for (Row row : rows) {
            if (row.own().isPresent()) {
                numbers.of(row).ifPresent(_ -> looked.add(row));
                continue;
            }
            policyRefusal(row, terms)
                    .ifPresentOrElse(
                            why -> judged.add(nobody(row, RowOutcome.REFUSED, why, Optional.empty())),
                            () -> looked.add(row));
        }
        var asked = new LinkedHashMap<UserId, Row>();
        var names = new HashMap<UserId, String>();
        new PeopleLookup(ports.directory(), ports.organisation(), clock)
                .of(looked, reader.tenant().tenant())
                .forEach((row, person) -> {
                    switch (person) {
                        case NotMeant(var outcome, var why, var account) ->
                            judged.add(nobody(row, outcome, why, account));
                        case Meant(var entry) -> {
                            names.put(entry.id(), entry.userPrincipalName());
                            Row before = asked.putIfAbsent(entry.id(), row);
                            if (before != null) {
                                judged.add(nobody(
                                        row,
                                        RowOutcome.DUPLICATE,
                                        Explanation.of("bulk.row.duplicate", before.number()),
                                        Optional.of(entry.id())));
                            }
                        }
                    }
                });
        var plans = new ArrayList<Plan>();
        verdicts(asked, numbers, terms, count -> done.accept(judged.size() + count))
                .forEach((person, verdict) -> {
                    verdict.plan().ifPresent(plans::add);
                    judged.add(new JudgedRow(
                            Objects.requireNonNull(asked.get(person)),
                            Optional.of(person),
                            verdict.outcome(),
                            verdict.reason(),
                            verdict.plan().map(Plan::stepNames).orElse(List.of()),
                            numbers.of(Objects.requireNonNull(asked.get(person))),
                            Optional.empty()));
                });
        return new BulkPreview(
                judged,
                plans.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BatchPlan.of(plans.stream()
                                .map(plan -> ChangeRequest.asked(plan, plans.size(), terms.schedule()))
                                .toList())),
                names);
    }

    /** Whether a plan made since has the steps that were shown and takes away what was said, neither another policy nor another number. */
    public static boolean isStill(JudgedRow row, Plan plan) {
        return plan.stepNames().equals(row.steps()) && RowVerdict.comesTo(plan).equals(row.reason());
    }

    /**
     * The preview once its rows were asked for: whoever was not sent after all has the reason.
     *
     * @param results of those who were {@link RowOutcome#READY}
     */
    public static BulkPreview afterwards(
            BulkPreview before, Map<ChangeRequest, SubmissionResult> results, RowTerms terms) {
        var left = new HashMap<UserId, SubmissionResult>();
        results.forEach((change, result) -> change.intent()
                .whom()
                .filter(_ -> !(result instanceof SubmissionResult.Sent))
                .ifPresent(person -> left.put(person, result)));
        return new BulkPreview(
                before.rows().stream()
                        .map(row -> row.outcome() == RowOutcome.READY
                                ? row.person()
                                        .flatMap(person -> Optional.ofNullable(left.get(person)))
                                        .map(result -> left(row, RowVerdict.of(result, terms)))
                                        .orElse(row)
                                : row)
                        .toList(),
                before.plan(),
                before.names());
    }

    private static JudgedRow left(JudgedRow row, RowVerdict verdict) {
        return verdict.plan().isPresent()
                ? nobody(row.row(), RowOutcome.BLOCKED, Explanation.of("bulk.row.changed"), row.person())
                : nobody(row.row(), verdict.outcome(), verdict.reason(), row.person());
    }

    /** By person; those who would have to give back a number, as if it were agreed to, where only that is missing. */
    private Map<UserId, RowVerdict> verdicts(
            Map<UserId, Row> asked, GivenNumbers numbers, RowTerms terms, IntConsumer done) {
        var verdicts = new LinkedHashMap<UserId, RowVerdict>();
        var holders = new LinkedHashMap<>(asked);
        ask(asked, numbers, terms, terms.releases(), done, (person, result) -> {
            verdicts.put(person, RowVerdict.of(result, terms));
            if (terms.releases() || !RowVerdict.wantsRelease(result)) {
                holders.remove(person);
            }
        });
        ask(holders, numbers, terms, true, _ -> {}, (person, result) -> {
            if (result instanceof OnlyPlanned(PlanResult.Ready _)) {
                verdicts.put(person, RowVerdict.of(result, terms));
            }
        });
        return verdicts;
    }

    /** What was read of five hundred is forgotten before the next are asked about. */
    private void ask(
            Map<UserId, Row> asked,
            GivenNumbers numbers,
            RowTerms terms,
            boolean releases,
            IntConsumer done,
            BiConsumer<UserId, SubmissionResult> judged) {
        List<UserId> people = List.copyOf(asked.keySet());
        for (int from = 0; from < people.size(); from += BatchSubmission.TOGETHER) {
            int before = from;
            var some = new LinkedHashMap<ChangeRequest, UserId>();
            people.subList(from, Math.min(people.size(), from + BatchSubmission.TOGETHER))
                    .forEach(person -> some.put(
                            change(person, Objects.requireNonNull(asked.get(person)), numbers, terms, releases),
                            person));
            changes.of(List.copyOf(some.keySet()), count -> done.accept(before + count))
                    .forEach((change, result) -> judged.accept(Objects.requireNonNull(some.get(change)), result));
        }
    }

    private static ChangeRequest change(
            UserId person, Row row, GivenNumbers numbers, RowTerms terms, boolean releases) {
        return numbers.of(row)
                .map(number ->
                        new ChangeRequest(terms.requester(), new GiveNumber(person, number), "", terms.schedule()))
                .orElseGet(() ->
                        terms.change(person, terms.policy().or(row::policy).orElseThrow(), releases, ""));
    }

    private static Optional<Explanation> policyRefusal(Row row, RowTerms terms) {
        return terms.policy()
                .map(asked -> row.policy()
                        .filter(named -> !named.equals(asked))
                        .map(named -> Explanation.of("bulk.row.other-policy", named, asked)))
                .orElseGet(() -> row.policy().isPresent()
                        ? Optional.empty()
                        : Optional.of(Explanation.of("bulk.row.no-policy")));
    }

    private static JudgedRow nobody(Row row, RowOutcome outcome, Explanation why, Optional<UserId> person) {
        return new JudgedRow(row, person, outcome, why, List.of());
    }
}
