package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Terms;
import dev.linekeeper.core.enrolment.Undo;
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

    PlanResult enrol(UserId person, PolicyName policy, boolean releaseNumber) {
        return enrol(person, policy, releaseNumber, readings::tenant);
    }

    PlanResult remove(UserId person) {
        return remove(person, readings::tenant);
    }

    PlanResult undo(Plan applied) {
        return undo(applied, readings::tenant);
    }

    private PlanResult enrol(UserId person, PolicyName policy, boolean releaseNumber, Supplier<Snapshot> shared) {
        return plan(
                person, shared, (now, tenant) -> Planner.enrol(now, tenant, settings, policy, releaseNumber));
    }

    private PlanResult remove(UserId person, Supplier<Snapshot> shared) {
        return plan(person, shared, (now, tenant) -> Planner.remove(now, tenant, settings));
    }

    private PlanResult undo(Plan applied, Supplier<Snapshot> shared) {
        return plan(applied.person(), shared, (now, tenant) -> Undo.of(applied, now, tenant, settings));
    }

    /** The same wish once more, judged by what shared parts of the tenant say now and not some minutes ago. */
    PlanResult again(Terms terms) {
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

    private PlanResult plan(
            UserId person, Supplier<Snapshot> shared, BiFunction<Person, Tenant, PlanResult> planning) {
        try {
            return readings.person(person)
                    .map(now -> planning.apply(now, shared.get().tenant()))
                    .orElseGet(() -> new PlanResult.UnknownPerson(person));
        } catch (BackendFailure failure) {
            return new PlanResult.NoAnswer(String.valueOf(failure.getMessage()));
        }
    }
}
