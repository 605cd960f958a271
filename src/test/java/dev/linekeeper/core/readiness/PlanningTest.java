package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.emergency;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.number;
import static dev.linekeeper.core.ContosoFixture.routed;
import static dev.linekeeper.core.ContosoFixture.routing;
import static dev.linekeeper.core.ContosoFixture.rule;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the rules say of a person under a policy they do not have yet; what would be changed, not in which order. */
class PlanningTest {
    private static final UserId U = new UserId("u");

    @Test
    void someone_without_anything_can_be_enrolled() {
        var report = plan(
                us("u").voice(false)
                        .inherited(SHARED_CALLING)
                        .inherited(VOICE_ROUTING)
                        .inherited(EMERGENCY_CALL_ROUTING),
                contoso().policy(routing("Global", "US-All")),
                "SC-SEA",
                false);

        assertThat(report.overall()).isEqualTo(Overall.CAN_ENROL);
        assertThat(changes(report))
                .containsExactlyInAnyOrder(
                        new Change.SwitchVoice(U, true),
                        grant(EMERGENCY_CALL_ROUTING, "E-US"),
                        grant(VOICE_ROUTING, "NoPSTN"),
                        grant(SHARED_CALLING, "SC-SEA"));
        assertThat(report.outcome(rule("EMG-05"))).isEqualTo(Outcome.PASS);
    }

    @Test
    void a_direct_routing_number_without_a_country_has_the_policy_of_its_calling_code() {
        var report = plan(
                de("u").inherited(SHARED_CALLING).inherited(EMERGENCY_CALL_ROUTING),
                contoso()
                        .number("+493023125100", n -> n.in(known(Optional.empty())))
                        .number("+493023125171", n -> n.in(known(Optional.empty()))),
                "SC-BER",
                false);

        assertThat(report.overall()).isEqualTo(Overall.CAN_ENROL);
        assertThat(changes(report)).contains(grant(EMERGENCY_CALL_ROUTING, "E-DE"));
    }

    @Test
    void someone_enrolled_already_needs_nothing() {
        var report = plan(us("u"), contoso(), "SC-SEA", false);

        assertThat(report.overall()).isEqualTo(Overall.CAN_ENROL);
        assertThat(changes(report)).isEmpty();
    }

    @Test
    void a_number_of_ones_own_blocks_until_its_release_is_asked_for() {
        var person = us("u").primary("+14255550140")
                .alsoPlan(ContosoFixture.DOMESTIC_PLAN)
                .inherited(SHARED_CALLING);

        assertThat(plan(person, contoso(), "SC-SEA", false).overall()).isEqualTo(Overall.BLOCKED);

        var released = plan(person, contoso(), "SC-SEA", true);
        assertThat(released.overall()).isEqualTo(Overall.CAN_ENROL_WITH_WARNINGS);
        assertThat(changes(released))
                .containsExactlyInAnyOrder(
                        new Change.ReleaseNumber(
                                U, PhoneNumber.of("+14255550140"), NumberType.CALLING_PLAN, LocationId.of("loc-sea")),
                        grant(SHARED_CALLING, "SC-SEA"));
    }

    @Test
    void a_number_mastered_on_premises_is_not_released() {
        var tenant = contoso().number("+14255550140", n -> n.source(TelephoneNumber.NumberSource.ON_PREMISES));

        assertThat(changes(plan(us("u").primary("+14255550140"), tenant, "SC-SEA", true)))
                .isEmpty();
    }

    @Test
    void the_emergency_policy_for_direct_routing_replaces_one_without_usages() {
        var report = plan(
                de("u").inherited(SHARED_CALLING).direct(EMERGENCY_CALL_ROUTING, "E-DE0"), contoso(), "SC-BER", false);

        assertThat(report.overall()).isEqualTo(Overall.CAN_ENROL);
        assertThat(changes(report))
                .containsExactlyInAnyOrder(grant(EMERGENCY_CALL_ROUTING, "E-DE"), grant(SHARED_CALLING, "SC-BER"));
    }

    @Test
    @Requirement("T30")
    void a_missing_licence_or_location_blocks() {
        var unlicensed = us("u").plans(PersonFixture.enabled(ContosoFixture.TEAMS))
                .features("Teams")
                .inherited(SHARED_CALLING);

        var report = plan(unlicensed, contoso(), "SC-SEA", false);
        assertThat(report.overall()).isEqualTo(Overall.BLOCKED);
        assertThat(report.outcome(rule("USR-03"))).isEqualTo(Outcome.FAIL);
        var homeless = plan(us("u").inherited(SHARED_CALLING), contoso(), "SC-NOLOC", false);
        assertThat(homeless.overall()).isEqualTo(Overall.BLOCKED);
        assertThat(homeless.outcome(rule("RES-10"))).isEqualTo(Outcome.FAIL);
    }

    @Test
    @Requirement("T30")
    void a_failing_emergency_rule_blocks() {
        var report = plan(
                us("u").inherited(SHARED_CALLING).inherited(EMERGENCY_CALL_ROUTING),
                contoso().policy(emergency("E-US")),
                "SC-SEA",
                false);

        assertThat(report.overall()).isEqualTo(Overall.BLOCKED);
        assertThat(report.blocking()).contains("EMG-01");
    }

    @Test
    void a_policy_that_does_not_exist_or_is_everybodys_is_not_granted() {
        var person = us("u").direct(SHARED_CALLING, "SC-LON");

        assertThat(plan(person, contoso(), "SC-NOWHERE", false).overall()).isEqualTo(Overall.BLOCKED);
        assertThat(changes(plan(person, contoso(), "SC-NOWHERE", false)))
                .doesNotHaveAnyElementsOfTypes(Change.GrantPolicy.class);
        assertThat(changes(plan(person, contoso(), "Global", false))).isEmpty();
    }

    @Test
    void what_applies_now_must_be_known_to_say_what_to_grant() {
        var report = plan(us("u").policy(SHARED_CALLING, Example.missing()), contoso(), "SC-SEA", false);

        assertThat(report.overall()).isEqualTo(Overall.NOT_VERIFIED);
        assertThat(report.outcome(rule("RES-04"))).isEqualTo(Outcome.PASS);
    }

    @Test
    void an_empty_policy_that_is_not_empty_or_not_there_is_not_granted() {
        var person = us("u").direct(VOICE_ROUTING, "V-US");

        assertThat(changes(plan(person, contoso().policy(routing("NoPSTN", "Gone")), "SC-SEA", false)))
                .isEmpty();
        assertThat(changes(plan(person, contoso().withoutPolicy(VOICE_ROUTING, "NoPSTN"), "SC-SEA", false)))
                .isEmpty();
        assertThat(Readiness.plan(person.build(), contoso().build(), nothingSet(), named("SC-SEA"), false)
                        .overall())
                .isEqualTo(Overall.BLOCKED);
    }

    @Test
    void an_emergency_policy_that_would_not_do_is_not_granted() {
        var person = us("u").inherited(EMERGENCY_CALL_ROUTING);

        assertThat(emergencyGrants(person, contoso().policy(emergency("E-US")), "SC-SEA"))
                .isEmpty();
        assertThat(emergencyGrants(person, contoso().policy(emergency("E-US", routed("911", "US-All"))), "SC-SEA"))
                .isEmpty();
        assertThat(emergencyGrants(person, contoso().withoutPolicy(EMERGENCY_CALL_ROUTING, "E-US"), "SC-SEA"))
                .isEmpty();
        assertThat(emergencyGrants(person, contoso().number("+14255550100", n -> n.in(Example.missing())), "SC-SEA"))
                .isEmpty();
        assertThat(emergencyGrants(person, contoso().number("+14255550100", n -> n.type(NumberType.OTHER)), "SC-SEA"))
                .isEmpty();
        assertThat(emergencyGrants(person, contoso().policy(emergency("E-DE", number("112"))), "SC-BER"))
                .isEmpty();
        assertThat(emergencyGrants(person, contoso().policy(emergency("E-DE", routed("112", "Gone"))), "SC-BER"))
                .isEmpty();
        assertThat(emergencyGrants(person, contoso(), "SC-BER")).containsExactly(grant(EMERGENCY_CALL_ROUTING, "E-DE"));
    }

    @Test
    void the_policy_to_come_is_judged_not_the_one_to_go() {
        var tenant = contoso().policy(emergency("E-DE", routed("112", "DE-Emergency")));

        var report = plan(de("u").direct(EMERGENCY_CALL_ROUTING, "E-UK"), tenant, "SC-BER", false);

        assertThat(report.finding(rule("EMG-03")).willBeFixed()).isTrue();
        assertThat(report.finding(rule("EMG-05")).explanation().orElseThrow().arguments())
                .containsExactly(named("E-DE"), List.of("110"));
    }

    @Test
    void an_emergency_policy_that_will_do_is_kept_and_judged() {
        var tenant = contoso().policy(emergency("E-OWN", number("911")));

        var report = plan(us("u").direct(EMERGENCY_CALL_ROUTING, "E-OWN"), tenant, "SC-SEA", false);

        assertThat(changes(report)).isEmpty();
        assertThat(report.finding(rule("EMG-14")).explanation().orElseThrow().arguments())
                .containsExactly(named("E-OWN"));
    }

    @Test
    void an_emergency_policy_that_will_not_do_is_judged_as_long_as_nothing_replaces_it() {
        var tenant = contoso().withoutPolicy(EMERGENCY_CALL_ROUTING, "E-US");

        var report = plan(us("u").direct(EMERGENCY_CALL_ROUTING, "E-UKU"), tenant, "SC-SEA", false);

        assertThat(report.overall()).isEqualTo(Overall.BLOCKED);
        assertThat(report.outcome(rule("EMG-02"))).isEqualTo(Outcome.FAIL);
        assertThat(report.finding(rule("EMG-05")).explanation().orElseThrow().arguments())
                .containsExactly(named("E-UKU"), List.of("911"));
    }

    @Test
    void a_direct_grant_hides_what_a_group_gives() {
        var report = plan(us("u").byGroup(SHARED_CALLING, "SC-LON", "sales"), contoso(), "SC-SEA", false);

        assertThat(changes(report)).containsExactly(grant(SHARED_CALLING, "SC-SEA"));
        assertThat(report.outcome(rule("POL-15"))).isEqualTo(Outcome.INFO);
    }

    private static Report<PersonCase> plan(PersonFixture person, TenantFixture tenant, String target, boolean release) {
        return Readiness.plan(person.build(), tenant.build(), settings(), named(target), release);
    }

    private static List<Change> emergencyGrants(PersonFixture person, TenantFixture tenant, String target) {
        return changes(plan(person, tenant, target, false)).stream()
                .filter(change -> change instanceof Change.GrantPolicy grant && grant.kind() == EMERGENCY_CALL_ROUTING)
                .toList();
    }

    private static List<Change> changes(Report<PersonCase> report) {
        return report.findings().stream()
                .flatMap(finding -> finding.change().stream())
                .distinct()
                .toList();
    }

    private static Change grant(PolicyKind kind, String policy) {
        return new Change.GrantPolicy(U, kind, named(policy));
    }

    private static JudgementSettings nothingSet() {
        return new JudgementSettings(Optional.empty(), false, Map.of());
    }
}
