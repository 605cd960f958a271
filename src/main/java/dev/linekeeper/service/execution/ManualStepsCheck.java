package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestAudit;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Marks steps of an approved plan as done that somebody did by hand, with an exported script or otherwise. Only what is
 * read in the tenant counts. Nothing is written there, now or later: the request stops at the first open step until
 * somebody says to go on.
 */
public final class ManualStepsCheck {
    private static final Set<Role> MAY = Set.of(Role.ADMIN);
    /** How long voice may take to follow a number that somebody changed; the exported script waits as long. */
    private static final Duration VOICE_FOLLOWS = Duration.ofSeconds(30);

    private final RequestStore store;
    private final RequestTransitions transitions;
    private final TenantReader tenantReader;
    private final ApplyGate gate;
    private final FinalCheck finalCheck;
    private final Roles roles;
    private final AuditTrail trail;
    private final Sleeper sleeper;
    private final Clock clock;

    public ManualStepsCheck(
            RequestStore store,
            RequestTransitions transitions,
            TenantReader tenantReader,
            ApplyGate gate,
            FinalCheck finalCheck,
            Roles roles,
            AuditTrail trail,
            Sleeper sleeper,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.tenantReader = tenantReader;
        this.gate = gate;
        this.finalCheck = finalCheck;
        this.roles = roles;
        this.trail = trail;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /** Checks the open steps in their order; with a claim only those that the claim names. */
    public ManualStepsResult confirm(UserId who, RequestId id, Optional<ManualStepsClaim> claim) {
        Optional<Stored> found = store.find(id);
        if (found.isEmpty()) {
            return new ManualStepsResult.NoSuchRequest(id);
        }
        Request request = found.get().request();
        if (!roles.hasAnyOver(who, MAY, request.terms().subject())) {
            trail.append(RequestAudit.refused(request, who, "confirm", "needs " + MAY, clock.instant()));
            return new ManualStepsResult.ManualStepsNotAllowed(request, MAY);
        }
        if (request instanceof Request.Applying applying) {
            return new ManualStepsResult.BeingApplied(applying);
        }
        if (asApplying(request).isEmpty()) {
            return new ManualStepsResult.NotUnderWay(request);
        }
        if (claim.filter(it -> !it.isAbout(id, request.terms().plan())).isPresent()) {
            return new ManualStepsResult.AnotherPlan(request);
        }
        return gate.lapsed(request)
                .<ManualStepsResult>fold(
                        lapse -> lapse.<ManualStepsResult>map(why -> new ManualStepsResult.ApprovalLapsed(request, why))
                                .orElseGet(() -> checkSteps(found.get(), who, claim)),
                        why -> new ManualStepsResult.ApprovalNotRead(request, why));
    }

    private ManualStepsResult checkSteps(Stored first, UserId who, Optional<ManualStepsClaim> claim) {
        Stored stored = first;
        for (int found = 0; ; found++) {
            Optional<Request.Applying> open = asApplying(stored.request());
            if (open.isEmpty()) {
                return new ManualStepsResult.MovedOn(stored.request());
            }
            Step step = open.get().next().orElseThrow();
            switch (checkStep(open.get(), step, claim)) {
                case StepResult.Succeeded(var how, var readBack, _) -> {
                    var further = open.get()
                            .stepDone(how, readBack, clock.instant())
                            .stop(StopReason.BY_HAND, "", clock.instant());
                    if (!(transitions.move(stored, further, Optional.of(who)) instanceof Replaced.Done(var now))) {
                        return movedOn(stored);
                    }
                    stored = now;
                }
                case StepResult.Verified(var proof, _) -> {
                    var completed = open.get()
                            .stepDone(StepDone.How.JUDGED, proof.overall().name(), proof.at())
                            .complete(proof);
                    return transitions.move(stored, completed, Optional.of(who)) instanceof Replaced.Done
                            ? new ManualStepsResult.AllStepsDone(completed, found)
                            : movedOn(stored);
                }
                case StepResult.Failed(_, var detail) -> {
                    return new ManualStepsResult.SomeStepsDone(stored.request(), found, step, detail);
                }
                case StepResult.Retry(var detail, _, _, _) -> {
                    return new ManualStepsResult.SomeStepsDone(stored.request(), found, step, detail);
                }
            }
        }
    }

    private ManualStepsResult movedOn(Stored stored) {
        return new ManualStepsResult.MovedOn(
                store.find(stored.request().id()).map(Stored::request).orElse(stored.request()));
    }

    /** The request as if it were being applied, when it may be: approved for real and not finished. */
    private Optional<Request.Applying> asApplying(Request request) {
        return switch (request) {
            case Request.Approved it when !it.terms().rehearsal() -> Optional.of(it.start(clock.instant()));
            case Request.PartlyApplied it
            when !it.terms().rehearsal() ->
                Optional.of(it.resume(clock.instant()).start(it.startedAt()));
            case Request _ -> Optional.empty();
        };
    }

    private StepResult checkStep(Request.Applying request, Step step, Optional<ManualStepsClaim> claim) {
        try {
            if (!step.changesSomething()) {
                return finalCheck.judge(request);
            }
            if (claim.filter(it -> !it.names(request.done().size())).isPresent()) {
                return notDone("The answer does not say that it was done");
            }
            List<Step> steps = request.terms().plan().steps();
            Optional<StepResult> shared =
                    PolicyStep.look(steps.subList(request.done().size(), steps.size()), tenantReader);
            if (shared.isPresent()) {
                return shared.get();
            }
            Optional<Change> change = step.change();
            var voice = tenantReader.voice(change.orElseThrow().person());
            var state = StepState.of(request.terms().plan(), change.get(), voice);
            return switch (state.progress()) {
                case DONE ->
                    new StepResult.Succeeded(StepDone.How.ALREADY_THERE, state.seen(), followed(change.get(), voice));
                case DUE, MOVED -> notDone("It is %s".formatted(state.seen()));
                case UNREADABLE -> notDone(state.seen());
            };
        } catch (BackendFailure failure) {
            return notDone(String.valueOf(failure.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return notDone("Stopped while waiting for voice to follow the number");
        }
    }

    private Fact<VoiceUser> followed(Change change, Fact<VoiceUser> voice) throws InterruptedException {
        var pauses = new ReadBackPauses(sleeper, clock, VOICE_FOLLOWS);
        return VoiceAfterNumber.followed(change, voice, pauses, tenantReader::voice);
    }

    private static StepResult notDone(String why) {
        return new StepResult.Failed(StopReason.BY_HAND, why);
    }
}
