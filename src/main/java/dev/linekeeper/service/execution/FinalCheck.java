package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last step: reads everything back once more and judges the person as they are now. */
public final class FinalCheck {
    private final TenantReader tenantReader;
    private final JudgementSettings settings;
    private final AcceptedGaps gaps;
    private final Clock clock;

    public FinalCheck(TenantReader tenantReader, JudgementSettings settings, AcceptedGaps gaps, Clock clock) {
        this.tenantReader = tenantReader;
        this.settings = settings;
        this.gaps = gaps;
        this.clock = clock;
    }

    /** Judges again and again until all changes are there and the person is ready, or the pauses end. */
    StepResult judge(Request.Applying request, ReadBackPauses pauses) throws InterruptedException {
        StepResult result;
        do {
            result = judge(request);
        } while (!isWell(request.terms(), result) && pauses.next());
        return result;
    }

    /** Judges once, now. */
    StepResult judge(Request.Applying request) {
        RequestDetails terms = request.terms();
        if (terms.subject().person().isEmpty()) {
            return PolicyCheck.judge(terms, tenantReader, settings, clock.instant());
        }
        Tenant tenant = tenantReader.freshTenant().tenant();
        return tenantReader
                .person(terms.person())
                .map(person -> judge(terms, person, tenant))
                .orElseGet(() -> retry("The directory does not know the person any more"));
    }

    private StepResult judge(RequestDetails terms, Person person, Tenant tenant) {
        return PersonState.of(person)
                .fold(
                        now -> (terms.rehearsal() ? Optional.<StepResult>empty() : missingChange(terms.plan(), now))
                                .orElseGet(() -> verified(terms.plan(), person, tenant)),
                        FinalCheck::retry);
    }

    /** The failure for the first change of the plan that is not there any more or cannot be read. */
    private static Optional<StepResult> missingChange(Plan plan, PersonState now) {
        return lostBeside(plan, now)
                .or(() -> plan.changes().stream()
                        .filter(change -> isLastSwitch(change, plan.changes()))
                        .flatMap(change -> missingChange(plan, change, now).stream())
                        .findFirst());
    }

    /** The failure where another of the person's numbers went with the one that was to go alone. */
    private static Optional<StepResult> lostBeside(Plan plan, PersonState now) {
        var freed = plan.freed().toList();
        return plan.before().lines().stream()
                .filter(line -> plan.purpose() == Purpose.RELEASE)
                .filter(line -> !freed.contains(line.number()) && !now.lines().contains(line))
                .findFirst()
                .map(line -> new StepResult.Failed(
                        StopReason.STATE_MOVED, "%s was to stay and is not there any more".formatted(line.number())));
    }

    /** Whether no later change of the plan sets the Enterprise Voice switch again. */
    private static boolean isLastSwitch(Change change, List<Change> changes) {
        return !(change instanceof Change.SwitchVoice)
                || changes.stream()
                        .filter(Change.SwitchVoice.class::isInstance)
                        .toList()
                        .getLast()
                        .equals(change);
    }

    private static Optional<StepResult> missingChange(Plan plan, Change change, PersonState now) {
        var state = StepState.of(plan, change, now);
        return switch (state.progress()) {
            case DONE -> Optional.empty();
            case DUE, MOVED ->
                Optional.of(new StepResult.Failed(
                        StopReason.STATE_MOVED,
                        "%s was there and is not any more: %s"
                                .formatted(change.getClass().getSimpleName(), state.seen())));
            case UNREADABLE -> Optional.of(retry(state.seen()));
        };
    }

    private StepResult verified(Plan plan, Person person, Tenant tenant) {
        var readiness = new Readiness(tenant, settings);
        var report = plan.purpose() == Purpose.NUMBER
                ? readiness.with(plan.givenNumber().orElseThrow(), person, JudgementMode.AUDIT)
                : readiness.audit(person);
        var proof = new FinalJudgement(report.overall(), failing(report), clock.instant());
        return new StepResult.Verified(
                proof,
                plan.policy()
                        .map(policy -> report.overall(gaps.of(plan.person(), policy)))
                        .orElse(proof.overall()));
    }

    /** Ids of the rules that fail, and of those that could fail and whose data were not read. */
    static List<String> failing(Report<?> report) {
        return Stream.of(Outcome.FAIL, Outcome.UNKNOWN)
                .flatMap(outcome -> report.with(outcome).stream())
                .map(Finding::rule)
                .filter(Rule::mayFail)
                .map(rule -> rule.id().value())
                .toList();
    }

    private static boolean isWell(RequestDetails terms, StepResult result) {
        Purpose purpose = terms.plan().purpose();
        boolean enrols = switch (purpose) {
            case ENROL, MOVE, NUMBER -> true;
            case RESTORE, RELEASE -> terms.plan().policy().isPresent();
            case REMOVE, UNDO, NEW_POLICY, CHANGE_POLICY, REMOVE_POLICY, FIX, GRANT_TO_GROUP, TAKE_FROM_GROUP -> false;
        };
        return result instanceof StepResult.Verified(_, var overall)
                && (!enrols || terms.rehearsal() || overall == Overall.READY || overall == Overall.READY_WITH_WARNINGS);
    }

    private static StepResult retry(String why) {
        return new StepResult.Retry(why, StopReason.GAVE_UP);
    }
}
