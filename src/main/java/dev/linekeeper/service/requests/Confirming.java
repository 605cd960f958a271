package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepDone;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.enrolment.Stop;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Readings;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Marks steps of an approved plan as done that somebody did by hand, with an exported script or otherwise. Only what is
 * read in the tenant counts. Nothing is written there, now or later: the request stops at the first open step until
 * somebody says to go on.
 */
public final class Confirming {
    private static final Set<Role> MAY = Set.of(Role.ADMIN);

    private final RequestStore store;
    private final Moves moves;
    private final Readings readings;
    private final Judging judging;
    private final Roles roles;
    private final AuditTrail trail;
    private final Clock clock;

    Confirming(
            RequestStore store,
            Moves moves,
            Readings readings,
            Judging judging,
            Roles roles,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.readings = readings;
        this.judging = judging;
        this.roles = roles;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks at the open steps in their order, with a claim only at those it names. */
    public Confirmed confirm(UserId who, RequestId id, Optional<Claim> claim) {
        Optional<Stored> found = store.find(id);
        if (found.isEmpty()) {
            return new Confirmed.Unknown(id);
        }
        Request request = found.get().request();
        if (!roles.freshly(who).contains(Role.ADMIN)) {
            trail.append(RequestAudit.refused(request, who, "confirm", "needs " + MAY, clock.instant()));
            return new Confirmed.NotAllowed(request, MAY);
        }
        if (request instanceof Request.Applying applying) {
            return new Confirmed.InHands(applying);
        }
        if (underWay(request).isEmpty()) {
            return new Confirmed.NotApproved(request);
        }
        if (claim.filter(it -> !it.isAbout(id, request.terms().plan())).isPresent()) {
            return new Confirmed.AnotherPlan(request);
        }
        return look(found.get(), who, claim);
    }

    private Confirmed look(Stored first, UserId who, Optional<Claim> claim) {
        Stored stored = first;
        for (int found = 0; ; found++) {
            Optional<Request.Applying> open = underWay(stored.request());
            if (open.isEmpty()) {
                return new Confirmed.Late(stored.request());
            }
            Step step = open.get().next().orElseThrow();
            switch (attempt(open.get(), step, claim)) {
                case StepResult.Succeeded(var how, var readBack, _) -> {
                    var further = open.get()
                            .stepDone(how, readBack, clock.instant())
                            .stop(Stop.Why.BY_HAND, "", clock.instant());
                    if (!(moves.move(stored, further, Optional.of(who)) instanceof Replaced.Done(var now))) {
                        return late(stored);
                    }
                    stored = now;
                }
                case StepResult.Verified(var proof) -> {
                    var completed = open.get()
                            .stepDone(StepDone.How.JUDGED, proof.overall().name(), proof.at())
                            .complete(proof);
                    return moves.move(stored, completed, Optional.of(who)) instanceof Replaced.Done
                            ? new Confirmed.All(completed, found)
                            : late(stored);
                }
                case StepResult.Failed(_, var detail) -> {
                    return new Confirmed.Some(stored.request(), found, step, detail);
                }
                case StepResult.Retry(var detail, _, _, _) -> {
                    return new Confirmed.Some(stored.request(), found, step, detail);
                }
            }
        }
    }

    private Confirmed late(Stored stored) {
        return new Confirmed.Late(
                store.find(stored.request().id()).map(Stored::request).orElse(stored.request()));
    }

    /** The request as if it were being applied, when it may be: approved for real and not finished. */
    private Optional<Request.Applying> underWay(Request request) {
        return switch (request) {
            case Request.Approved it when !it.terms().rehearsal() -> Optional.of(it.start(clock.instant()));
            case Request.PartlyApplied it when !it.terms().rehearsal() -> Optional.of(it.resume());
            case Request _ -> Optional.empty();
        };
    }

    private StepResult attempt(Request.Applying request, Step step, Optional<Claim> claim) {
        try {
            Optional<Change> change = step.change();
            if (change.isEmpty()) {
                return judging.judge(request);
            }
            if (claim.filter(it -> !it.names(request.done().size())).isPresent()) {
                return open("The answer does not say that it was done");
            }
            var voice = readings.voice(change.get().person());
            var state = StepState.of(request.terms().plan(), change.get(), voice);
            return switch (state.progress()) {
                case DONE -> new StepResult.Succeeded(StepDone.How.ALREADY_THERE, state.seen(), voice);
                case DUE, MOVED -> open("It is %s".formatted(state.seen()));
                case UNREADABLE -> open(state.seen());
            };
        } catch (BackendFailure failure) {
            return open(String.valueOf(failure.getMessage()));
        }
    }

    private static StepResult open(String why) {
        return new StepResult.Failed(Stop.Why.BY_HAND, why);
    }
}
