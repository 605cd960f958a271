package dev.linekeeper.core.enrolment;

import static dev.linekeeper.core.ContosoFixture.known;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One person and their tenant, to which changes can be made as Teams makes them: the smallest simulator that will do. */
record Model(Person person, Tenant tenant) {

    Model apply(Plan plan) {
        return apply(plan.changes());
    }

    Model apply(List<Change> changes) {
        var model = this;
        for (var change : changes) {
            model = model.apply(change);
        }
        return model;
    }

    private Model apply(Change change) {
        return switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    _,
                    _,
                    _) -> {
                var left = lines().stream()
                        .filter(line -> !line.number().equals(number))
                        .toList();
                var on = change.voiceOn(voice().voiceOn().known().orElseThrow());
                yield with(on, left, voice().policies()).listed(number, TelephoneNumber.NumberStatus.UNASSIGNED);
            }
            case Change.AssignNumber(
                    _,
                    var number,
                    _,
                    _,
                    var category) -> {
                if (lines().stream().anyMatch(line -> line.number().equals(number))) {
                    yield this;
                }
                var all = new ArrayList<>(lines());
                all.addFirst(new Line(number, category));
                yield with(true, all, voice().policies()).listed(number, TelephoneNumber.NumberStatus.USER_ASSIGNED);
            }
            case Change.SwitchVoice(_, var on) -> with(on, lines(), voice().policies());
            case Change.GrantPolicy(_, var kind, var policy) ->
                with(kind, new Assignment.Direct(policy, known(beneath(kind))));
            case Change.RevokePolicy(_, var kind) -> with(kind, beneath(kind));
        };
    }

    /** What applies without a direct grant. */
    private Assignment beneath(PolicyKind kind) {
        var now = person.policy(kind).known().orElseThrow();
        return now instanceof Assignment.Direct(_, var beneath)
                ? beneath.known().orElseThrow()
                : now;
    }

    private List<Line> lines() {
        return voice().lines().known().orElseThrow();
    }

    private VoiceUser voice() {
        return person.voice().known().orElseThrow();
    }

    private Model with(PolicyKind kind, Assignment assignment) {
        var policies = new HashMap<>(voice().policies());
        policies.put(kind, known(assignment));
        return with(voice().voiceOn().known().orElseThrow(), lines(), policies);
    }

    private Model with(boolean voiceOn, List<Line> lines, Map<PolicyKind, Fact<Assignment>> policies) {
        var was = voice();
        var is = new VoiceUser(
                was.accountType(),
                was.features(),
                known(voiceOn),
                known(List.copyOf(lines)),
                policies,
                was.validationErrors(),
                was.interpretedType());
        return new Model(new Person(person.entry(), known(is)), tenant);
    }

    /** The same with a number that nobody holds. */
    Model freed(PhoneNumber number) {
        return listed(number, TelephoneNumber.NumberStatus.UNASSIGNED);
    }

    private Model listed(PhoneNumber number, TelephoneNumber.NumberStatus status) {
        var numbers = new HashMap<>(tenant.numbers().known().orElseThrow());
        numbers.computeIfPresent(
                number,
                (_, entry) -> status == TelephoneNumber.NumberStatus.UNASSIGNED
                        ? new NumberFixture(entry).status(status).build()
                        : new NumberFixture(entry)
                                .held(status, person.id().value())
                                .build());
        return new Model(
                person,
                new Tenant(
                        tenant.cloud(),
                        tenant.policies(),
                        known(numbers),
                        tenant.resourceAccounts(),
                        tenant.autoAttendants(),
                        tenant.pstnUsages(),
                        tenant.voiceRoutes(),
                        tenant.locations(),
                        tenant.networkSites(),
                        tenant.freeResourceAccountLicences(),
                        tenant.powerShellModule(),
                        tenant.accountRights(),
                        tenant.unread()));
    }
}
