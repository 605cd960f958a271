package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.StepStopped;
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
    private final TenantReader readings;
    private final JudgementSettings settings;
    private final Clock clock;

    public FinalCheck(TenantReader readings, JudgementSettings settings, Clock clock) {
        this.readings = readings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks until all is there and well, or until the pauses end; then it says what it saw. */
    StepResult judge(Request.Applying request, ReadBackPauses pauses) throws InterruptedException {
        StepResult result;
        do {
            result = judge(request);
        } while (!isWell(request.terms(), result) && pauses.another());
        return result;
    }

    /** Looks once, now. */
    StepResult judge(Request.Applying request) {
        RequestDetails terms = request.terms();
        Tenant tenant = readings.fresh().tenant();
        return readings.person(terms.person())
                .map(person -> judge(terms, person, tenant))
                .orElseGet(() -> unclear("The directory does not know the person any more"));
    }

    private StepResult judge(RequestDetails terms, Person person, Tenant tenant) {
        return PersonState.of(person)
                .fold(
                        now -> (terms.rehearsal() ? Optional.<StepResult>empty() : gone(terms.plan(), now))
                                .orElseGet(() -> verified(person, tenant)),
                        FinalCheck::unclear);
    }

    /** The first change of the plan that is not there any more or cannot be told. */
    private static Optional<StepResult> gone(Plan plan, PersonState now) {
        return plan.changes().stream()
                .filter(change -> lasts(change, plan.changes()))
                .flatMap(change -> gone(plan, change, now).stream())
                .findFirst();
    }

    /** A switch that is set twice in a plan is to be found as it was set last. */
    private static boolean lasts(Change change, List<Change> changes) {
        return !(change instanceof Change.SwitchVoice)
                || changes.stream()
                        .filter(Change.SwitchVoice.class::isInstance)
                        .toList()
                        .getLast()
                        .equals(change);
    }

    private static Optional<StepResult> gone(Plan plan, Change change, PersonState now) {
        var state = StepState.of(plan, change, now);
        return switch (state.progress()) {
            case DONE -> Optional.empty();
            case DUE, MOVED ->
                Optional.of(new StepResult.Failed(
                        StepStopped.StopReason.STATE_MOVED,
                        "%s was there and is not any more: %s"
                                .formatted(change.getClass().getSimpleName(), state.seen())));
            case UNREADABLE -> Optional.of(unclear(state.seen()));
        };
    }

    private StepResult verified(Person person, Tenant tenant) {
        var report = Readiness.audit(person, tenant, settings);
        return new StepResult.Verified(new FinalJudgement(report.overall(), failing(report), clock.instant()));
    }

    /** What fails, and what could have failed had it been read; a rule that only ever warns spoils no proof. */
    private static List<String> failing(Report<PersonCase> report) {
        return Stream.of(Outcome.FAIL, Outcome.UNKNOWN)
                .flatMap(outcome -> report.with(outcome).stream())
                .map(Finding::rule)
                .filter(Rule::mayFail)
                .map(rule -> rule.id().value())
                .toList();
    }

    private static boolean isWell(RequestDetails terms, StepResult result) {
        Purpose purpose = terms.plan().purpose();
        boolean enrols = purpose == Purpose.ENROL || purpose == Purpose.MOVE;
        return result instanceof StepResult.Verified(var proof)
                && (!enrols
                        || terms.rehearsal()
                        || proof.overall() == Overall.READY
                        || proof.overall() == Overall.READY_WITH_WARNINGS);
    }

    private static StepResult unclear(String why) {
        return new StepResult.Retry(why, StepStopped.StopReason.GAVE_UP);
    }
}
