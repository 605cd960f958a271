package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.NumberPlanner;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.RestorePlanner;
import dev.linekeeper.core.enrolment.Resumption;
import dev.linekeeper.core.enrolment.UndoPlanner;
import dev.linekeeper.core.history.RestoreTargets;
import dev.linekeeper.core.policies.Ahead;
import dev.linekeeper.core.policies.BatchTurn;
import dev.linekeeper.core.policies.PolicyPlanner;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.groundwork.GroundworkPlanner;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plans changes from the tenant as it is now: for a new request, and again before an approved plan is applied. */
public final class TenantPlanner {
    private final TenantReader tenantReader;
    private final Directory directory;
    private final JudgementSettings settings;
    private final RequestStore store;
    private final AcceptedGaps gaps;
    private final Reservations reserved;
    private Ahead ahead = Ahead.NOTHING; // not set again once somebody has the planner
    private volatile @Nullable SharedJudgement judged;

    private record SharedJudgement(Tenant tenant, Readiness readiness) {}

    TenantPlanner(
            TenantReader tenantReader,
            Directory directory,
            JudgementSettings settings,
            RequestStore store,
            AcceptedGaps gaps,
            Reservations reserved) {
        this.tenantReader = tenantReader;
        this.directory = directory;
        this.settings = settings;
        this.store = store;
        this.gaps = gaps;
        this.reserved = reserved;
    }

    /** The same settings and requests, with the tenant read through another reader. */
    public TenantPlanner through(TenantReader other) {
        return new TenantPlanner(other, directory, settings, store, gaps, reserved);
    }

    /** The same, of a tenant where that is done which is asked for together with it. */
    TenantPlanner through(TenantReader other, Ahead before) {
        var planner = through(other);
        planner.ahead = before;
        return planner;
    }

    /**
     * Plans an intent; policies and accounts of the tenant may be as old as the snapshot.
     *
     * @throws IllegalArgumentException when the request to undo is not stored
     */
    public PlanResult plan(Intent intent) {
        return claims().unreserved(
                        plan(intent, () -> judged(tenantReader.tenant().tenant())));
    }

    /** What was judged of a tenant before, while that is the very same reading of it. */
    @SuppressWarnings("ReferenceEquality")
    private Readiness judged(Tenant tenant) {
        SharedJudgement before = judged;
        if (before == null || before.tenant() != tenant) {
            before = new SharedJudgement(tenant, new Readiness(ahead.in(tenant), settings));
            judged = before;
        }
        return before.readiness();
    }

    /** Plans a request once more, with policies and accounts of the tenant read just now. */
    public PlanResult replan(RequestDetails terms) {
        return claims().unreserved(fresh(terms));
    }

    private PlanResult fresh(RequestDetails terms) {
        Ahead before = rehearsed(terms);
        Supplier<Readiness> shared =
                () -> new Readiness(before.in(tenantReader.freshTenant().tenant()), settings);
        if (terms.subject().person().isEmpty()) {
            return terms.rehearsal() && terms.batch().isPresent() // nobody was moved before it
                    ? groundwork().againForNobody(terms.plan())
                    : groundwork().again(terms.plan());
        }
        PlanResult fresh = terms.plan().purpose() == Purpose.RESTORE
                ? plan(terms.person(), shared, (now, readiness) -> RestorePlanner.again(terms.plan(), now, readiness))
                : plan(intent(terms), shared);
        return terms.isTemporary() && fresh instanceof PlanResult.Ready(var plan, var report)
                ? new PlanResult.Ready(plan.temporary(), report)
                : fresh;
    }

    /** What a dry run leaves undone for those whose turn comes later: the policy that the first would have made. */
    private Ahead rehearsed(RequestDetails terms) {
        return Optional.of(terms)
                .filter(RequestDetails::rehearsal)
                .flatMap(store::firstOfBatch)
                .filter(first -> BatchTurn.of(first.plan()) == BatchTurn.BEFORE)
                .map(first -> Ahead.of(List.of(first.plan())))
                .orElse(ahead);
    }

    /** Judges what is left of a request's plan after {@code done} steps, with everything read just now. */
    public Resumption resume(RequestDetails terms, int done) {
        if (terms.subject().person().isEmpty()) {
            return PolicyPlanner.rest(groundwork().again(terms.plan()), terms.plan());
        }
        try {
            Tenant tenant = tenantReader.freshTenant().tenant();
            return tenantReader
                    .person(terms.person())
                    .map(now -> Resumption.of(terms.plan(), done, now, tenant, settings, terms.releaseNumber(), gaps))
                    .orElseGet(() -> new Resumption.OtherRest("the directory does not know the person"));
        } catch (BackendFailure failure) {
            return new Resumption.RestNotVerified(String.valueOf(failure.getMessage()));
        }
    }

    private static Intent intent(RequestDetails terms) {
        Plan plan = terms.plan();
        return switch (plan.purpose()) {
            case ENROL, MOVE -> {
                var policy = plan.policy().orElseThrow(() -> incomplete(terms));
                yield plan.changes().isEmpty()
                        ? new Intent.KeepPerson(terms.person(), policy)
                        : new Intent.EnrolPerson(terms.person(), policy, terms.releaseNumber());
            }
            case REMOVE -> new Intent.RemovePerson(terms.person(), terms.releaseNumber());
            case UNDO -> new Intent.UndoOf(terms.undoes().orElseThrow(() -> incomplete(terms)));
            case RELEASE ->
                new Intent.ReleaseLine(terms.person(), plan.freed().findFirst().orElseThrow(() -> incomplete(terms)));
            case NUMBER ->
                new Intent.GiveNumber(terms.person(), plan.givenNumber().orElseThrow(() -> incomplete(terms)));
            case RESTORE, NEW_POLICY, CHANGE_POLICY, REMOVE_POLICY, FIX, GRANT_TO_GROUP, TAKE_FROM_GROUP ->
                throw incomplete(terms); // is planned from the plan itself
        };
    }

    private static IllegalStateException incomplete(RequestDetails terms) {
        return new IllegalStateException(
                "%s does not say what to %s".formatted(terms.id(), terms.plan().purpose()));
    }

    private PlanResult plan(Intent intent, Supplier<Readiness> shared) {
        return switch (intent) {
            case Intent.EnrolPerson(var person, var policy, var releaseNumber) ->
                plan(person, shared, (now, readiness) -> Planner.enrol(now, readiness, policy, releaseNumber, gaps));
            case Intent.KeepPerson(var person, var policy) ->
                plan(person, shared, (now, readiness) -> Planner.keep(now, readiness, policy, gaps));
            case Intent.RemovePerson(var person, var releaseNumbers) ->
                plan(person, shared, (now, readiness) -> Planner.remove(now, readiness, releaseNumbers));
            case Intent.RestorePerson(var person, var then) ->
                plan(
                        person,
                        shared,
                        (now, readiness) -> RestorePlanner.of(RestoreTargets.of(then, now), now, readiness));
            case Intent.GiveNumber(var person, var number) ->
                plan(person, shared, (now, readiness) -> NumberPlanner.of(number, now, readiness));
            case Intent.ReleaseLine(var person, var number) ->
                plan(person, shared, (now, readiness) -> NumberPlanner.release(number, now, readiness, gaps));
            case Intent.EditPolicy(var wish) -> groundwork().plan(wish);
            case Intent.PutRight(var fix) -> groundwork().plan(fix);
            case Intent.EditGroup(var wish) -> groundwork().plan(wish);
            case Intent.UndoOf(var request) -> {
                RequestDetails applied = store.find(request)
                        .orElseThrow(() -> new IllegalArgumentException("%s is not stored".formatted(request)))
                        .request()
                        .terms();
                yield applied.subject().person().isEmpty()
                        ? groundwork().undo(applied.plan())
                        : plan(
                                applied.person(),
                                shared,
                                (now, readiness) -> UndoPlanner.of(applied.plan(), now, readiness));
            }
        };
    }

    private GroundworkPlanner groundwork() {
        return new GroundworkPlanner(tenantReader, directory, settings, ahead, claims());
    }

    private OtherClaims claims() {
        return new OtherClaims(store::assigningNumbers, reserved, directory);
    }

    private PlanResult plan(
            UserId person, Supplier<Readiness> shared, BiFunction<Person, Readiness, PlanResult> planning) {
        try {
            Readiness readiness = shared.get();
            return tenantReader
                    .person(person)
                    .map(now -> planning.apply(now, readiness))
                    .orElseGet(() -> new PlanResult.UnknownPerson(person));
        } catch (BackendFailure failure) {
            return new PlanResult.NoAnswer(String.valueOf(failure.getMessage()));
        }
    }
}
