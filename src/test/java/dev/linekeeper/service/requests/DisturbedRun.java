package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.Undoable;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request, approved and applied while something goes wrong, and what must hold of it. */
final class DisturbedRun {
    private static final DecisionInput TYPED = new DecisionInput.Typed();
    private static final int LONG_ENOUGH = 100;

    /** After so many runs the scheduler is slow, so that an hour is over soon. */
    private static final int SOON = 8;

    private final OpenedStore store;
    private final House.MovingClock clock;
    private final SimulatedTenant model;
    private final Moments moments;
    private final List<Made> log = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private House house;
    private RequestId id = new RequestId(1);
    private UserId person = House.ADELE;
    private TenantState start;
    private int failing;
    private boolean writesAnyway;
    private BackendFailure failure = new BackendFailure(BackendFailure.FailureKind.CONFLICT, "");
    private Optional<Duration> hidesFor = Optional.empty();

    /** A change as the tenant took it; {@code step} is its place in our plan, and -1 when somebody else made it. */
    private record Made(int step, Change change, boolean effective) {}

    DisturbedRun(OpenedStore store, House.MovingClock clock, TenantState demo) {
        store.forgetEverything();
        clock.pass(Duration.between(clock.instant(), Sample.MONDAY));
        this.store = store;
        this.clock = clock;
        this.model = new SimulatedTenant(demo, clock);
        this.moments = new Moments(clock);
        this.start = demo;
        this.house = house();
        moments.writing(this::write);
    }

    private House house() {
        return new House(store, model, moments.watched(model.ports()), clock, Sample.POLICY, moments);
    }

    /** Brings a request of this kind to where it is approved; false when there is nothing to undo. */
    boolean prepare(PlanKind kind, Optional<Integer> undoneAfter) {
        kind.before().forEach(change -> PlanKind.make(model.ports(), change));
        approve(kind.intent());
        if (undoneAfter.isEmpty()) {
            return true;
        }
        int steps = undoneAfter.get();
        moments.begin(moment -> {
            if (moment.equals("before a write " + (steps + 1))) {
                writes(1, new BackendFailure(BackendFailure.FailureKind.CONFLICT, "no"), false);
            }
        });
        run();
        moments.calm();
        return house.now(id) instanceof Undoable it && !it.done().isEmpty() && approve(new Intent.UndoOf(id));
    }

    private boolean approve(Intent intent) {
        if (!(house.requests.asking().submit(new ChangeRequest(ANA_ADMIN, intent, ""))
                instanceof SubmissionResult.Sent(var sent))) {
            return false;
        }
        id = sent.id();
        person = sent.terms().person();
        approve();
        log.clear();
        start = model.state();
        return true;
    }

    private void approve() {
        if (house.yes(LEE_APPROVER, id) instanceof DecisionResult.MoreNeeded) {
            house.yes(PRIYA_APPROVER, id);
        }
    }

    String kind() {
        return PlanKind.name(house.now(id).terms().plan());
    }

    /** All moments of an apply at which nothing happens. */
    List<String> undisturbed() {
        moments.begin(_ -> {});
        run();
        check(Optional.empty());
        assertThat(house.now(id)).isInstanceOf(Request.Completed.class);
        return List.copyOf(moments.seen);
    }

    /** Applies while the disturbance strikes at that moment, checks, and goes on when it is over. */
    void disturbed(Disturbance disturbance, String struck) {
        var hit = new boolean[1];
        moments.begin(moment -> {
            boolean first = !hit[0] && moment.equals(struck);
            hit[0] |= first;
            if (hit[0]) {
                disturbance.at(this, moment, struck, first);
            }
        });
        run();
        check(Optional.of(disturbance));
        moments.calm();
        failing = 0;
        hidesFor = Optional.empty();
        mode(OperatingMode.LIVE);
        for (int again = 0; again < 3; again++) {
            clock.pass(Duration.ofMinutes(30));
            Request now = house.now(id);
            if (now instanceof Request.NeedsFreshLook) {
                approve();
            } else if (now instanceof Request.PartlyApplied) {
                house.requests.deciding().retry(ANA_ADMIN, id, TYPED);
            }
            run();
        }
        check(Optional.of(disturbance));
        if (disturbance.passes) {
            assertThat(house.now(id)).isInstanceOf(Request.Completed.class);
        }
    }

    /** Runs like the scheduler; a process that dies is followed by another. */
    private void run() {
        for (int i = 0; i < LONG_ENOUGH; i++) {
            try {
                if (!(house.requests.applying().run(id)
                        instanceof ExecutionResult.Deferred(_, var after))) {
                    return;
                }
                clock.pass(i < SOON ? after : Duration.ofMinutes(15));
            } catch (House.Fuse.PowerCut _) {
                OperatingMode mode = house.mode;
                moments.restarted();
                house = house();
                house.mode = mode;
            }
        }
        throw new AssertionError("%s does not come to an end: %s".formatted(id, house.now(id)));
    }

    private void write(String call, ChangeKey key, Runnable write) {
        Request now = house.now(id);
        Plan plan = now.terms().plan();
        int step = key.step() - 1;
        Change change = plan.steps().get(step).change().orElseThrow();
        if (!key.request().equals(id.toString()) || !call.equals(call(change))) {
            problems.add("%s of %s is not what was approved: %s".formatted(call, key, change));
        }
        if (failing > 0 && !writesAnyway) {
            failing--;
            throw failure;
        }
        Optional<VoiceUser> before = voice(model);
        write.run();
        log.add(new Made(step, change, !state(before).equals(state(voice(model)))));
        hidesFor.ifPresent(time -> moments.hide(before, clock.instant().plus(time)));
        hidesFor = Optional.empty();
        if (failing > 0) {
            failing--;
            throw failure;
        }
    }

    private static String call(Change change) {
        return switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    var type,
                    _,
                    _) -> "release [%s, %s]".formatted(number, type);
            case Change.AssignNumber(var who, var number, var type, var location, var category) ->
                "assign [%s, %s, %s, %s, %s]".formatted(number, type, who, location, category);
            case Change.SwitchVoice(var who, var on) -> "set [%s, %s]".formatted(who, on);
            case Change.GrantPolicy(var who, var kind, var policy) -> "grant [%s, %s, %s]".formatted(who, kind, policy);
            case Change.RevokePolicy(var who, var kind) -> "revoke [%s, %s]".formatted(who, kind);
        };
    }

    void writes(int times, BackendFailure with, boolean anyway) {
        failing = times;
        failure = with;
        writesAnyway = anyway;
    }

    void hideTheNext(Duration time) {
        hidesFor = Optional.of(time);
    }

    void mode(OperatingMode mode) {
        house.mode = mode;
    }

    void approversLeave() {
        moments.left.addAll(Set.of(LEE_APPROVER, PRIYA_APPROVER));
        clock.pass(Duration.ofMinutes(1));
    }

    void secondWorker() {
        House here = house;
        house = house();
        run();
        house = here;
    }

    /** The policy that is granted next, or one that is granted at all. */
    void policyGone() {
        var granted = changes().stream()
                .filter(Change.GrantPolicy.class::isInstance)
                .map(Change.GrantPolicy.class::cast)
                .toList();
        granted.stream()
                .skip(Math.max(0, Math.min(done(), granted.size() - 1)))
                .findFirst()
                .ifPresent(it -> model.change(edit -> edit.policies(it.kind())
                        .removeIf(policy -> it.policy()
                                .equals(new PolicyName(policy.path("Identity").asString())))));
    }

    void somebodyDoes() {
        changes().stream().skip(done()).findFirst().ifPresent(this::somebody);
    }

    void somebodyUndoes() {
        changes().stream().limit(done()).skip(Math.max(0, done() - 1)).forEach(change -> somebody(inverse(change)));
    }

    void somebodyDoesOtherwise() {
        changes().stream().skip(done()).findFirst().flatMap(this::otherwise).ifPresent(this::somebody);
    }

    private void somebody(Change change) {
        try {
            PlanKind.make(model.ports(), change);
            log.add(new Made(-1, change, true));
        } catch (BackendFailure _) {
            // As things are, nobody can.
        }
    }

    private Change inverse(Change change) {
        return switch (change) {
            case Change.ReleaseNumber(var who, var number, var type, var place, var category) ->
                new Change.AssignNumber(who, number, type, place, category);
            case Change.AssignNumber(var who, var number, var type, var place, var category) ->
                new Change.ReleaseNumber(who, number, type, place, category);
            case Change.SwitchVoice(var who, var on) -> new Change.SwitchVoice(who, !on);
            case Change.PolicyChange it ->
                house.now(id)
                        .terms()
                        .plan()
                        .before()
                        .direct(it.kind())
                        .<Change>map(policy -> new Change.GrantPolicy(person, it.kind(), policy))
                        .orElseGet(() -> new Change.RevokePolicy(person, it.kind()));
        };
    }

    private Optional<Change> otherwise(Change change) {
        return switch (change) {
            case Change.PolicyChange it -> {
                Optional<PolicyName> before =
                        house.now(id).terms().plan().before().direct(it.kind());
                yield model.content().policies().getOrDefault(it.kind(), Map.of()).keySet().stream()
                        .filter(name -> !name.equals(PolicyName.GLOBAL))
                        .filter(name -> !it.granted().equals(Optional.of(name)) && !before.equals(Optional.of(name)))
                        .findFirst()
                        .map(name -> new Change.GrantPolicy(person, it.kind(), name));
            }
            case Change.AssignNumber(
                    _,
                    var number,
                    var type,
                    _,
                    _) ->
                model.content().numbers().orElseThrow().values().stream()
                        .filter(other -> other.status() == TelephoneNumber.NumberStatus.UNASSIGNED)
                        .filter(other -> other.type() == type && !other.number().equals(number))
                        .findFirst()
                        .map(other -> new Change.AssignNumber(person, other.number(), type));
            case Change.ReleaseNumber _, Change.SwitchVoice _ -> Optional.empty();
        };
    }

    private List<Change> changes() {
        return house.now(id).terms().plan().changes();
    }

    private int done() {
        return house.now(id).done().size();
    }

    /** What holds whenever a run is over. */
    private void check(Optional<Disturbance> disturbance) {
        Request now = house.now(id);
        Plan plan = now.terms().plan();
        assertThat(problems).isEmpty();
        assertThat(now)
                .isInstanceOfAny(
                        Request.Completed.class,
                        Request.PartlyApplied.class,
                        Request.NeedsFreshLook.class,
                        Request.Overtaken.class);
        boolean alone = log.stream().allMatch(made -> made.step() >= 0);
        boolean once = alone && disturbance.filter(Disturbance::mayRepeat).isEmpty();
        var times = new HashMap<Integer, Integer>();
        var effects = new HashMap<Integer, Integer>();
        var twin = new SimulatedTenant(start, clock);
        for (Made made : log) {
            if (made.step() >= 0) {
                times.merge(made.step(), 1, Integer::sum);
                effects.merge(made.step(), made.effective() ? 1 : 0, Integer::sum);
                boolean inDoubt =
                        now instanceof Request.PartlyApplied it && it.stop().index() == made.step();
                assertThat(made.step() < now.done().size() || inDoubt)
                        .as("%s is recorded in %s", made, now)
                        .isTrue();
            }
            PlanKind.make(twin.ports(), made.change());
        }
        assertThat(state(voice(model))).as("the person in the tenant").isEqualTo(state(voice(twin)));
        if (once) {
            assertThat(times.values()).as("writes of a step: %s", log).allMatch(count -> count == 1);
        }
        if (alone) {
            assertThat(effects.values()).as("effects of a step: %s", log).allMatch(count -> count <= 1);
            inForce(now, plan);
        }
        now.done().stream()
                .filter(step -> step.how() == StepDone.How.WRITTEN)
                .forEach(step -> assertThat(effects.getOrDefault(step.index(), 0))
                        .as("%s was written by us: %s", step, log)
                        .isPositive());
        othersAreAsTheyWere();
        audited(now);
    }

    /** Every recorded step is there; of a switch that is set twice the last. */
    private void inForce(Request now, Plan plan) {
        var voice = house.model.ports().reader(clock, Duration.ofMinutes(5)).voice(person);
        var recorded = plan.changes().stream().limit(now.done().size()).toList();
        for (Change change : recorded) {
            boolean overwritten = change instanceof Change.SwitchVoice
                    && recorded.stream()
                            .skip(recorded.indexOf(change) + 1L)
                            .anyMatch(later -> later.voiceOn(true) == later.voiceOn(false));
            if (!overwritten) {
                assertThat(StepState.of(plan, change, voice).progress())
                        .as("%s in %s", change, now)
                        .isEqualTo(StepState.Progress.DONE);
            }
        }
        if (now instanceof Request.Completed) {
            assertThat(now.done()).hasSameSizeAs(plan.steps());
        }
    }

    private void othersAreAsTheyWere() {
        var before = new HashMap<>(start.content().users().orElseThrow());
        var after = new HashMap<>(model.content().users().orElseThrow());
        before.remove(person);
        after.remove(person);
        assertThat(after).isEqualTo(before);
        assertThat(model.content().accounts()).isEqualTo(start.content().accounts());
        assertThat(model.content().groupGrants()).isEqualTo(start.content().groupGrants());
    }

    private void audited(Request now) {
        assertThat(store.trail().verify(List.of())).isInstanceOf(Verification.ChainWhole.class);
        long steps = store.trail().of(id).stream()
                .filter(record -> record.entry().action() == Action.STEP_DONE)
                .count();
        assertThat(steps).isEqualTo(now.done().size() - (now instanceof Request.Completed ? 1 : 0));
    }

    private Optional<VoiceUser> voice(SimulatedTenant tenant) {
        return tenant.ports().voiceUsers().read(person);
    }

    private static Optional<PersonState> state(Optional<VoiceUser> voice) {
        return voice.flatMap(user ->
                PersonState.of(new Fact.Known<>(user, "", Sample.MONDAY)).known());
    }
}
