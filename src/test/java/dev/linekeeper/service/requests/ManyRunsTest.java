package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.SEATTLE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.app.EmulatedTenant;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.StepState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.bulk.Crowd;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.requests.ChangeRequest.ChangesTogether;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.timing.Sampling;
import dev.linekeeper.timing.Traced;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Many requests planned and applied at the same time through the real adapters, while calls fail and the process is killed: everybody
 * ends as if they had been applied one after the other, no step is written twice and none that is not in turn.
 */
class ManyRunsTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("dev.linekeeper");
    private static final int PEOPLE = 24;
    private static final int MIXES = Sampling.of(2, 40);
    private static final DecisionInput TYPED = new DecisionInput.Typed();

    private static final List<String> FAULTS = List.of(
            "{\"kind\": \"in-part\", \"path\": \"userAssignments\", \"times\": %d}",
            "{\"kind\": \"lost\", \"path\": \"userAssignments\", \"times\": %d}",
            "{\"kind\": \"dropped\", \"path\": \"userAssignments\", \"times\": %d}",
            "{\"kind\": \"throttled\", \"path\": \"userAssignments\", \"times\": %d}",
            "{\"kind\": \"broken\", \"path\": \"userConfigurations\", \"times\": %d}",
            "{\"kind\": \"throttled\", \"path\": \"userConfigurations\", \"times\": %d}",
            "{\"kind\": \"html\", \"path\": \"users\", \"times\": %d}",
            "{\"kind\": \"dropped\", \"path\": \"members\", \"times\": %d}",
            "{\"kind\": \"broken\", \"path\": \"ransitiveMembers\", \"times\": %d}");

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());
    private final House.MovingClock clock = new House.MovingClock();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final Queue<ChangeKey> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger together = new AtomicInteger();

    /** Whether a refused call may have been carried out in part: whoever was in it is asked for once more, without effect. */
    private volatile boolean halves;

    @BeforeEach
    void hush() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        LOGGER.setLevel(null);
    }

    @Test
    void whoever_is_applied_together_ends_as_one_by_one() throws InterruptedException {
        for (int mix = 0; mix < MIXES; mix++) {
            var random = new Random(seed + mix);
            var tenant = Crowd.tenant(PEOPLE, random);
            var alone = ends(tenant, random, false);
            var together = ends(tenant, random, true);
            assertThat(problems).as("seed %d", seed + mix).isEmpty();
            assertThat(together).as("seed %d", seed + mix).isEqualTo(alone);
        }
    }

    @Test
    void whoever_is_planned_together_is_planned_as_alone_and_in_their_order() {
        for (int mix = 0; mix < MIXES; mix++) {
            var random = new Random(seed + mix);
            try (var tenant = new EmulatedTenant(Crowd.tenant(PEOPLE, random), Fabrikam.AT_ONCE, clock);
                    var store = OpenedStore.inMemory("planned-" + UUID.randomUUID(), clock)) {
                var requests = house(store, tenant, new House.Power()).requests;
                requests.asking().submit(enrol(Crowd.person(random.nextInt(PEOPLE)), "Seattle"));
                var changes = anything(random);
                var alone = changes.stream()
                        .map(change -> said(requests.asking().preview(change.requester(), change.intent())))
                        .toList();
                var done = new ArrayList<Integer>();

                var previewed = requests.askingForMany().preview(changes, done::add);

                assertThat(previewed.keySet()).as("seed %d", seed + mix).containsExactlyElementsOf(changes);
                assertThat(previewed.values().stream().map(ManyRunsTest::said))
                        .as("seed %d", seed + mix)
                        .containsExactlyElementsOf(alone);
                assertThat(done)
                        .isEqualTo(
                                IntStream.rangeClosed(1, changes.size()).boxed().toList());
                var sent = requests.askingForMany()
                        .submit(
                                changes,
                                new ChangesTogether(Optional.empty(), _ -> true, List.of(), _ -> {}),
                                done::add)
                        .results();
                assertThat(sent.values().stream().map(ManyRunsTest::said))
                        .as("what is sent is what could be, seed %d", seed + mix)
                        .containsExactlyElementsOf(alone);
                assertThat(done).hasSize(changes.size() * 2);
            }
        }
    }

    /** A few calls, and each begun after it was asked for: nothing that was read before is used, though no time has passed. */
    @Test
    void many_are_planned_with_few_calls_and_a_change_is_seen_at_once() {
        try (var tenant = new EmulatedTenant(Crowd.tenant(PEOPLE, new Random(1)), Fabrikam.AT_ONCE, clock);
                var store = OpenedStore.inMemory("planned-" + UUID.randomUUID(), clock)) {
            var requests = house(store, tenant, new House.Power()).requests;
            var changes = IntStream.range(0, PEOPLE)
                    .mapToObj(each -> enrol(Crowd.person(each), "Seattle"))
                    .toList();
            var before = requests.askingForMany().preview(changes, _ -> {});
            assertThat(House.planned(before.get(changes.get(2)))).isInstanceOf(PlanResult.Ready.class);
            var model = tenant.model().ports();
            model.policyGrants()
                    .grant(
                            Crowd.person(2),
                            PolicyKind.SHARED_CALLING,
                            new PolicyName("Seattle"),
                            new ChangeKey("else", 1));
            model.policyGrants()
                    .grant(
                            Crowd.person(2),
                            PolicyKind.EMERGENCY_CALL_ROUTING,
                            new PolicyName("Emergency-US"),
                            new ChangeKey("else", 2));
            model.policyGrants()
                    .grant(
                            Crowd.person(2),
                            PolicyKind.VOICE_ROUTING,
                            new PolicyName("NoPSTN"),
                            new ChangeKey("else", 3));
            model.voiceSwitch().set(Crowd.person(2), true, new ChangeKey("else", 4));

            var after = new LinkedHashMap<ChangeRequest, SubmissionResult>();
            var calls = Traced.calls(
                    () -> after.putAll(requests.askingForMany().preview(changes, _ -> {})),
                    "dev.linekeeper.simulator.graph.RecordedCall::<init>");

            assertThat(House.planned(after.get(changes.get(2)))).isInstanceOf(PlanResult.NothingToDo.class);
            assertThat(calls)
                    .as("calls to Graph for %d people, most of them for what people share", PEOPLE)
                    .hasSizeBetween(3, 18);
        }
    }

    private static ChangeRequest enrol(UserId person, String policy) {
        return new ChangeRequest(ANA_ADMIN, new Intent.EnrolPerson(person, new PolicyName(policy), false), "many");
    }

    /** Changes of several kinds for everybody, for nobody, and by somebody who may not. */
    private static List<ChangeRequest> anything(Random random) {
        var changes = new ArrayList<ChangeRequest>();
        for (int each = 0; each < PEOPLE + 2; each++) {
            var person = Crowd.person(each);
            changes.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new ChangeRequest(ANA_ADMIN, new Intent.RemovePerson(person), "many");
                        case 1 -> enrol(person, "London");
                        case 2 -> enrol(person, "Nowhere");
                        default -> enrol(person, "Seattle");
                    });
        }
        changes.add(new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(new RequestId(9_999)), "many"));
        Collections.shuffle(changes, random);
        return changes;
    }

    /** A result in words, the same whether it was sent or would be. */
    private static String said(SubmissionResult result) {
        return switch (result) {
            case SubmissionResult.Sent(var sent) ->
                "Ready " + sent.terms().plan().fingerprint();
            case SubmissionResult.OnlyPlanned(PlanResult.Ready(var plan, _)) ->
                "Ready " + plan.fingerprint();
            case SubmissionResult.OnlyPlanned(PlanResult.WithReport it) ->
                "%s %s".formatted(it.getClass().getSimpleName(), it.report().blocking());
            default -> result.toString();
        };
    }

    /** What has become of everybody. */
    private Map<UserId, String> ends(SimulatedTenant original, Random random, boolean disturbed)
            throws InterruptedException {
        var model = new SimulatedTenant(original.state(), clock);
        taken.clear();
        together.set(0);
        halves = false;
        try (var tenant = new EmulatedTenant(model, Fabrikam.AT_ONCE, clock);
                var store = OpenedStore.inMemory("many-" + UUID.randomUUID(), clock)) {
            var power = new House.Power();
            var house = house(store, tenant, power);
            var requests = approved(house);
            if (disturbed) {
                for (int fault = random.nextInt(3); fault >= 0; fault--) {
                    var kind = FAULTS.get(random.nextInt(FAULTS.size()));
                    halves |= kind.contains("in-part");
                    tenant.emulator().faults().add(kind.formatted(1 + random.nextInt(3)));
                }
                for (int kill = 0; kill < 2; kill++) {
                    power.cutAfter(random.nextInt(PEOPLE * 8));
                    run(house, requests, PEOPLE);
                    power.on();
                    house = house(store, tenant, power);
                }
                tenant.emulator().faults().clear();
            }
            for (int round = 0; round < 3; round++) {
                run(house, requests, disturbed ? PEOPLE : 1);
                clock.pass(Duration.ofMinutes(30));
                for (var id : requests) {
                    switch (house.now(id)) {
                        case Request.NeedsFreshLook _ -> house.yes(LEE_APPROVER, id);
                        case Request.PartlyApplied _ ->
                            house.requests.deciding().retry(ANA_ADMIN, id, TYPED);
                        default -> {}
                    }
                }
            }
            for (var id : requests) {
                assertThat(house.now(id)).as("seed %d", seed).isInstanceOf(Request.Completed.class);
            }
            assertThat(taken).as("writes that were taken, seed %d", seed).doesNotHaveDuplicates();
            assertThat(together.get() > 0)
                    .as("whether there were calls for several people")
                    .isEqualTo(disturbed);
            return model.ports().directory().search("", 500).stream()
                    .collect(Collectors.toMap(
                            entry -> entry.id(),
                            entry -> settings(
                                    model.ports().voiceUsers().read(entry.id()).orElseThrow())));
        }
    }

    private static String settings(VoiceUser user) {
        return "%s %s %s"
                .formatted(
                        user.voiceOn(),
                        user.lines(),
                        Map.copyOf(user.policies()).entrySet().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList())
                .replaceAll("asOf=[^\\],]*", "");
    }

    /** Everybody asked for, some to be enrolled, some to be moved, some to be taken out; all approved. */
    private static List<RequestId> approved(House house) {
        var requests = new ArrayList<RequestId>();
        for (int each = 0; each < PEOPLE; each++) {
            var person = Crowd.person(each);
            var intent =
                    each % 4 == 3 ? new Intent.RemovePerson(person) : new Intent.EnrolPerson(person, SEATTLE, false);
            if (house.requests.asking().submit(new ChangeRequest(ANA_ADMIN, intent, "many"))
                    instanceof SubmissionResult.Sent(var sent)) {
                requests.add(sent.id());
                house.yes(LEE_APPROVER, sent.id());
                house.yes(House.PRIYA_APPROVER, sent.id());
            }
        }
        assertThat(requests).hasSizeGreaterThan(PEOPLE / 2);
        return requests;
    }

    /** As the workers of a process do: so many at once, again and again, until all have ended or the power is cut. */
    private void run(House house, Collection<RequestId> requests, int atOnce) throws InterruptedException {
        try (var workers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            requests.forEach(id -> workers.execute(() -> run(house, id)));
        }
    }

    private void run(House house, RequestId id) {
        try {
            for (int again = 0; again < 40; again++) {
                if (!(house.requests.applying().run(id)
                        instanceof ExecutionResult.Deferred(_, var after))) {
                    return;
                }
                clock.pass(after);
            }
            problems.add("%s does not come to an end: %s".formatted(id, house.now(id)));
        } catch (House.Fuse.PowerCut _) {
            // The process is gone, and with it all of its runs.
        } catch (RuntimeException unforeseen) {
            problems.add("%s: %s".formatted(id, unforeseen));
        }
    }

    private House house(OpenedStore store, EmulatedTenant tenant, House.Power power) {
        var ports = tenant.ports();
        var watched = new House[1];
        var grants = (PolicyGrants) Proxy.newProxyInstance(
                PolicyGrants.class.getClassLoader(), new Class<?>[] {PolicyGrants.class}, (_, method, arguments) -> {
                    try {
                        if (method.getReturnType() != WriteReceipt.class) {
                            return method.invoke(ports.policyGrants(), arguments);
                        }
                        Set<ChangeKey> keys = arguments[arguments.length - 1] instanceof ChangeKey key
                                ? Set.of(key)
                                : Stream.of((Map<?, ?>) arguments[0])
                                        .flatMap(all -> all.keySet().stream())
                                        .map(ChangeKey.class::cast)
                                        .collect(Collectors.toSet());
                        keys.forEach(key -> checkTurn(watched[0], key));
                        var receipt = method.invoke(ports.policyGrants(), arguments);
                        taken.addAll(keys);
                        together.addAndGet(keys.size() > 1 ? 1 : 0);
                        return receipt;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        watched[0] = new House(
                store,
                tenant.model(),
                new TenantPorts(
                        ports.directory(),
                        ports.voiceUsers(),
                        ports.voiceSwitch(),
                        ports.numbers(),
                        grants,
                        ports.policyCatalogue(),
                        ports.emergencyLocations(),
                        ports.voiceApplications(),
                        ports.organisation(),
                        ports.sharedCallingPolicies(),
                        ports.groupGrants()),
                clock,
                Sample.POLICY,
                power);
        return watched[0];
    }

    /** A write is of an approved request that has recorded, before, that it begins this very step. */
    private void checkTurn(House house, ChangeKey key) {
        var now = house.now(new RequestId(Long.parseLong(key.request().replaceAll("\\D", ""))));
        if (!(now instanceof Request.Applying it) || it.done().size() != key.step() - 1 || it.tries() == 0) {
            problems.add("%s is written out of turn: %s".formatted(key, now));
            return;
        }
        var plan = it.terms().plan();
        var change = it.next().flatMap(step -> step.change()).orElseThrow();
        var voice = house.model.ports().voiceUsers().read(change.person()).orElseThrow();
        var state = StepState.of(plan, change, new Fact.Known<>(voice, "the tenant itself", clock.instant()));
        if (state.progress() == StepState.Progress.DONE && !halves) {
            problems.add("%s is written again: %s".formatted(key, change));
        }
    }
}
