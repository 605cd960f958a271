package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Proof;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.Standing;
import dev.linekeeper.core.enrolment.Stop;
import dev.linekeeper.core.readiness.Finding;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.Overall;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.readiness.Rule;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.tenant.Readings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last step: reads everything back once more and judges the person as they are now. */
final class Judging {
    private final Readings readings;
    private final Settings settings;
    private final Clock clock;

    Judging(Readings readings, Settings settings, Clock clock) {
        this.readings = readings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks until all is there and well, or until the pauses end; then it says what it saw. */
    Attempt judge(Request.Applying request, Pauses pauses) throws InterruptedException {
        Attempt attempt;
        do {
            attempt = look(request, readings.fresh().tenant());
        } while (!isWell(request.terms().plan(), attempt, request.terms().rehearsal()) && pauses.another());
        return attempt;
    }

    /** Looks once, now. */
    Attempt judge(Request.Applying request) {
        return look(request, readings.fresh().tenant());
    }

    private Attempt look(Request.Applying request, Tenant tenant) {
        Plan plan = request.terms().plan();
        return readings.person(plan.person())
                .map(person -> look(plan, person, tenant, request.terms().rehearsal()))
                .orElseGet(() -> troubled("The directory does not know the person any more"));
    }

    private Attempt look(Plan plan, Person person, Tenant tenant, boolean rehearsal) {
        return switch (PersonState.of(person)) {
            case Fact.Missing<PersonState>(var why) -> troubled(why);
            case Fact.Known<PersonState>(var now, _, _) when !rehearsal ->
                plan.changes().stream()
                        .filter(change -> lasts(change, plan.changes()))
                        .flatMap(change -> notThere(plan, change, now).stream())
                        .findFirst()
                        .orElseGet(() -> judged(person, tenant));
            case Fact.Known<PersonState> _ -> judged(person, tenant);
        };
    }

    /** A switch that is set twice in a plan is to be found as it was set last. */
    private static boolean lasts(Change change, List<Change> changes) {
        return !(change instanceof Change.SwitchVoice)
                || changes.stream().filter(Change.SwitchVoice.class::isInstance).toList().getLast().equals(change);
    }

    private static Optional<Attempt> notThere(Plan plan, Change change, PersonState now) {
        return switch (Standing.of(plan, change, now)) {
            case Standing.Done _ -> Optional.empty();
            case Standing.Due(var is) -> Optional.of(gone(change, is));
            case Standing.Moved(var is) -> Optional.of(gone(change, is));
            case Standing.Unreadable(var kind) -> Optional.of(troubled(kind.type() + " was not reported"));
        };
    }

    private static Attempt gone(Change change, String is) {
        return new Attempt.Halted(
                Stop.Why.STATE_MOVED,
                "%s was there and is not any more: %s".formatted(change.getClass().getSimpleName(), is));
    }

    private Attempt judged(Person person, Tenant tenant) {
        var report = Readiness.audit(person, tenant, settings);
        return new Attempt.Judged(new Proof(report.overall(), failing(report), clock.instant()));
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

    private static boolean isWell(Plan plan, Attempt attempt, boolean rehearsal) {
        boolean enrols = plan.purpose() == Purpose.ENROL || plan.purpose() == Purpose.MOVE;
        return attempt instanceof Attempt.Judged(var proof)
                && (!enrols
                        || rehearsal
                        || proof.overall() == Overall.READY
                        || proof.overall() == Overall.READY_WITH_WARNINGS);
    }

    private static Attempt troubled(String why) {
        return new Attempt.Troubled(why, Optional.empty(), Stop.Why.GAVE_UP);
    }
}
