package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Terms;
import dev.linekeeper.core.enrolment.Undo;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.Readings.Snapshot;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Makes plans from the tenant as it is now: when somebody asks, and again before what was approved is applied. */
final class Drafts {
    private final Readings readings;
    private final Settings settings;
    private final RequestStore store;

    Drafts(Readings readings, Settings settings, RequestStore store) {
        this.readings = readings;
        this.settings = settings;
        this.store = store;
    }

    Draft enrol(UserId person, PolicyName policy, boolean releaseNumber) {
        return enrol(person, policy, releaseNumber, readings::tenant);
    }

    Draft remove(UserId person) {
        return remove(person, readings::tenant);
    }

    Draft undo(Plan applied) {
        return undo(applied, readings::tenant);
    }

    private Draft enrol(UserId person, PolicyName policy, boolean releaseNumber, Supplier<Snapshot> shared) {
        return draft(
                person, shared, (now, tenant) -> planned(Planner.enrol(now, tenant, settings, policy, releaseNumber)));
    }

    private Draft remove(UserId person, Supplier<Snapshot> shared) {
        return draft(person, shared, (now, tenant) -> planned(Planner.remove(now, tenant, settings)));
    }

    private Draft undo(Plan applied, Supplier<Snapshot> shared) {
        return draft(applied.person(), shared, (now, tenant) -> {
            var report = Readiness.audit(now, tenant, settings);
            return switch (Undo.of(applied, now, tenant, settings)) {
                case Undo.Outcome.Ready(var plan) -> new Draft.Ready(plan, report);
                case Undo.Outcome.NothingToUndo _ -> new Draft.NothingToDo(report);
                case Undo.Outcome.Moved(var differences) -> new Draft.Moved(differences);
                case Undo.Outcome.NotVerified(var why) -> new Draft.Unclear(why);
            };
        });
    }

    /** The same wish once more, judged by what shared parts of the tenant say now and not some minutes ago. */
    Draft again(Terms terms) {
        Plan plan = terms.plan();
        return switch (plan.purpose()) {
            case ENROL, MOVE ->
                enrol(
                        terms.person(),
                        plan.policy().orElseThrow(() -> without(terms, Purpose.ENROL)),
                        terms.releaseNumber(),
                        readings::fresh);
            case REMOVE -> remove(terms.person(), readings::fresh);
            case UNDO ->
                undo(
                        terms.undoes()
                                .flatMap(store::find)
                                .orElseThrow(() -> without(terms, Purpose.UNDO))
                                .request()
                                .terms()
                                .plan(),
                        readings::fresh);
        };
    }

    private static IllegalStateException without(Terms terms, Purpose purpose) {
        return new IllegalStateException("%s does not say what to %s".formatted(terms.id(), purpose));
    }

    private Draft draft(UserId person, Supplier<Snapshot> shared, BiFunction<Person, Tenant, Draft> planning) {
        try {
            return readings.person(person)
                    .map(now -> planning.apply(now, shared.get().tenant()))
                    .orElseGet(Draft.UnknownPerson::new);
        } catch (BackendFailure failure) {
            return new Draft.NoAnswer(String.valueOf(failure.getMessage()));
        }
    }

    private static Draft planned(Planner.Outcome outcome) {
        return switch (outcome) {
            case Planner.Outcome.Ready(var plan, var report) -> new Draft.Ready(plan, report);
            case Planner.Outcome.NothingToDo(var report) -> new Draft.NothingToDo(report);
            case Planner.Outcome.Blocked(var report) -> new Draft.Blocked(report);
            case Planner.Outcome.NotVerified(var report) -> new Draft.NotVerified(report);
        };
    }
}
