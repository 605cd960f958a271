package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.NumberPlanner;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.enrolment.RestorePlanner;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.RestoreTargets;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of each kind of plan that can be made for the people of the demo tenant, as they are and after they lost some of
 * their settings. Plans are of one kind when they have the same purpose and the same steps.
 *
 * @param name purpose and steps
 * @param before what is done to the person first
 */
public record PlanKind(String name, List<Change> before, Intent intent, int steps) {
    private static final Set<UserId> STAFF =
            Set.of(House.ANA_ADMIN, House.SAM_ADMIN_AND_APPROVER, House.LEE_APPROVER, House.PRIYA_APPROVER);
    /** The one number of the demo tenant that nobody has and a person may. */
    private static final GivenNumber FREE = new GivenNumber(PhoneNumber.of("+442079460130"), Optional.empty());

    private static final List<PolicyName> TARGETS =
            List.of(new PolicyName("Seattle"), new PolicyName("London"), new PolicyName("Berlin"));
    private static final List<PolicyKind> GRANTED =
            List.of(PolicyKind.SHARED_CALLING, PolicyKind.EMERGENCY_CALL_ROUTING, PolicyKind.VOICE_ROUTING);

    /** Enrolments, moves and removals of so many people. */
    static Collection<PlanKind> all(TenantState demo, Clock clock, int most, Random random) {
        var people = new ArrayList<UserId>();
        new SimulatedTenant(demo, clock).ports().directory().forEach(entry -> people.add(entry.id()));
        people.removeAll(STAFF);
        Collections.shuffle(people, random);
        Map<String, PlanKind> kinds = new LinkedHashMap<>();
        var seen = new HashSet<List<Object>>();
        for (UserId person : people.subList(0, Math.min(most, people.size()))) {
            for (List<Change> lost : losses(person)) {
                var model = new SimulatedTenant(demo, clock);
                lost.forEach(change -> make(model.ports(), change));
                var readings = model.ports().reader(clock, Duration.ofMinutes(5));
                Person now = readings.person(person).orElseThrow();
                if (seen.add(List.of(
                        PersonState.of(now).known(),
                        now.entry().usageLocation().known(),
                        now.entry().plans().known()))) {
                    find(now, lost, readings.tenant().tenant(), kinds);
                    restore(
                            then(person, demo, clock),
                            now,
                            lost,
                            readings.tenant().tenant(),
                            kinds);
                }
            }
        }
        return kinds.values();
    }

    private static void find(Person person, List<Change> lost, Tenant tenant, Map<String, PlanKind> kinds) {
        UserId id = person.id();
        for (PolicyName policy : TARGETS) {
            for (boolean release : List.of(false, true)) {
                if (Planner.enrol(person, tenant, House.settings(), policy, release)
                        instanceof PlanResult.Ready(var plan, _)) {
                    add(plan, lost, new Intent.EnrolPerson(id, policy, release), kinds);
                }
            }
        }
        if (NumberPlanner.of(FREE, person, new Readiness(tenant, House.settings()))
                instanceof PlanResult.Ready(var plan, _)) {
            add(plan, lost, new Intent.GiveNumber(id, FREE), kinds);
        }
        for (var line : person.lines().known().orElse(List.of())) {
            if (NumberPlanner.release(line.number(), person, new Readiness(tenant, House.settings()), AcceptedGaps.NONE)
                    instanceof PlanResult.Ready(var plan, _)) {
                add(plan, lost, new Intent.ReleaseLine(id, line.number()), kinds);
            }
        }
        if (Planner.remove(person, tenant, House.settings())
                instanceof PlanResult.Ready(var plan, _)) {
            add(plan, lost, new Intent.RemovePerson(id), kinds);
        }
    }

    /** The settings of somebody before they lost any. */
    private static SettingsVersion then(UserId person, TenantState demo, Clock clock) {
        var readings = new SimulatedTenant(demo, clock).ports().reader(clock, Duration.ofMinutes(5));
        Person then = readings.person(person).orElseThrow();
        return SettingsVersion.first(
                person,
                then.voice()
                        .known()
                        .map(voice -> PersonSettings.of(then.entry())
                                .with(voice, readings.tenant().tenant()))
                        .orElseGet(() -> PersonSettings.of(then.entry())),
                clock.instant());
    }

    private static void restore(
            SettingsVersion then, Person now, List<Change> lost, Tenant tenant, Map<String, PlanKind> kinds) {
        if (RestorePlanner.of(RestoreTargets.of(then, now), now, new Readiness(tenant, House.settings()))
                instanceof PlanResult.Ready(var plan, _)) {
            add(plan, lost, new Intent.RestorePerson(now.id(), then), kinds);
        }
    }

    private static void add(Plan plan, List<Change> lost, Intent intent, Map<String, PlanKind> kinds) {
        String name = name(plan);
        kinds.putIfAbsent(name, new PlanKind(name, lost, intent, plan.changes().size()));
    }

    static String name(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.change().isPresent())
                .map(step -> step.name().name())
                .collect(Collectors.joining(" ", plan.purpose() + ": ", ""));
    }

    /** Nothing, or some of the settings that a plan gives. */
    private static List<List<Change>> losses(UserId person) {
        var losses = new ArrayList<List<Change>>();
        losses.add(List.of());
        for (int kinds = 1; kinds < 1 << GRANTED.size(); kinds++) {
            var lost = new ArrayList<Change>();
            for (int kind = 0; kind < GRANTED.size(); kind++) {
                if (((kinds >> kind) & 1) == 1) {
                    lost.add(new Change.RevokePolicy(person, GRANTED.get(kind)));
                }
            }
            losses.add(lost);
        }
        losses.add(List.of(
                new Change.RevokePolicy(person, PolicyKind.SHARED_CALLING), new Change.SwitchVoice(person, false)));
        return losses;
    }

    /** Makes a change as somebody in the admin centre does. */
    public static void make(TenantPorts ports, Change change) {
        var key = new ChangeKey("somebody", 1);
        switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    var type,
                    _,
                    _) -> ports.numbers().release(number, type, key);
            case Change.AssignNumber(var person, var number, var type, _, var category) ->
                ports.numbers().assign(number, type, person, Optional.empty(), category, key);
            case Change.SwitchVoice(var person, var on) -> ports.voiceSwitch().set(person, on, key);
            case Change.GrantPolicy(var person, var kind, var policy) ->
                ports.policyGrants().grant(person, kind, policy, key);
            case Change.RevokePolicy(var person, var kind) ->
                ports.policyGrants().revoke(person, kind, key);
        }
    }
}
