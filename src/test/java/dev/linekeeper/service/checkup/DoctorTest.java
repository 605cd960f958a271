package dev.linekeeper.service.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.Fabrikam;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    private static final ApprovalPolicy TWO_FOR_HIGH_RISK =
            new ApprovalPolicy(Duration.ofDays(3), 1, 2, List.of(), Duration.ofDays(7), Duration.ofHours(1));

    private static final TenantPorts FABRIKAM = Fabrikam.model().ports();
    private static final GroupId SALES = new GroupId("00000301-0000-4000-8000-000000000000");

    @Test
    void a_room_that_cannot_look_is_one_check_and_the_others_are_made() {
        var doctor = new Doctor(List.of(
                () -> {
                    throw new BackendFailure(BackendFailure.FailureKind.TRANSIENT, "No answer");
                },
                () -> {
                    throw new IllegalStateException("secret detail");
                },
                new ModeCheckup(() -> OperatingMode.LIVE, Set::of)));

        var checks = doctor.examine();

        assertThat(checks)
                .extracting(SetupCheck::state)
                .containsExactly(CheckState.UNKNOWN, CheckState.UNKNOWN, CheckState.GOOD);
        assertThat(checks.get(0).found()).isEqualTo(Explanation.of("doctor.found.unknown", "No answer"));
        assertThat(checks.get(1).found().arguments()).containsExactly("IllegalStateException");
        assertThat(Doctor.isComplete(checks)).isFalse();
        assertThat(Doctor.isComplete(checks.subList(2, 3))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LIVE, GOOD, live", "DRY_RUN, ATTENTION, dry-run", "READ_ONLY, ATTENTION, read-only"})
    void a_mode_that_changes_nothing_wants_attention_by_the_name_it_is_set_by(
            OperatingMode mode, CheckState state, String found) {
        var check = new ModeCheckup(() -> mode, Set::of).checks().getFirst();

        assertThat(check.state()).isEqualTo(state);
        assertThat(check.found()).isEqualTo(SetupCheck.found(found));
    }

    @Test
    void nobody_who_could_approve_is_missing_and_nobody_who_could_audit_only_wants_attention() {
        var checks = new RolesCheckup(
                        FABRIKAM.directory(),
                        groups(Map.of(Role.ADMIN, Set.of(SALES), Role.HELPDESK, Set.of(new GroupId("nobody")))),
                        TWO_FOR_HIGH_RISK)
                .checks();

        assertThat(checks)
                .extracting(SetupCheck::state)
                .containsExactly(
                        CheckState.ATTENTION,
                        CheckState.GOOD,
                        CheckState.MISSING,
                        CheckState.ATTENTION,
                        CheckState.ATTENTION,
                        CheckState.GOOD);
        assertThat(checks.getLast().found()).isEqualTo(Explanation.of("doctor.found.admins-attest"));
        assertThat(checks).extracting(SetupCheck::expected).contains("linekeeper.roles.approver");
        assertThat(checks.get(1).found()).isEqualTo(Explanation.of("doctor.found.people", 2, 1));
        assertThat(checks.get(2).without()).isEqualTo(Explanation.of("doctor.without.role.APPROVER"));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, GOOD", "1, 3, ATTENTION", "3, 3, MISSING"})
    void too_few_approvers_are_said_before_a_request_waits_for_them(int quorum, int highRisk, CheckState state) {
        var policy = new ApprovalPolicy(
                Duration.ofDays(3), quorum, highRisk, List.of(), Duration.ofDays(7), Duration.ofHours(1));

        var check = new RolesCheckup(FABRIKAM.directory(), groups(Map.of(Role.APPROVER, Set.of(SALES))), policy)
                .checks()
                .get(Role.APPROVER.ordinal() - 1);

        assertThat(check.state()).isEqualTo(state);
    }

    @Test
    void a_group_that_cannot_be_read_is_unknown() {
        var checks =
                new RolesCheckup(silent(), groups(Map.of(Role.APPROVER, Set.of(SALES))), TWO_FOR_HIGH_RISK).checks();

        assertThat(checks)
                .filteredOn(check -> check.expected().endsWith("approver"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.state()).isEqualTo(CheckState.UNKNOWN);
                    assertThat(check.found()).isEqualTo(SetupCheck.notChecked("Groups are not read today"));
                });
    }

    @Test
    void a_policy_that_is_taken_for_empty_and_is_not_is_missing_and_says_what_it_routes_by() {
        var routing = FABRIKAM.policyCatalogue().policies(PolicyKind.VOICE_ROUTING).stream()
                .map(Policy.VoiceRouting.class::cast)
                .toList();
        var empty = routing.stream()
                .filter(it -> it.usages().isEmpty() && !it.name().isGlobal())
                .findFirst()
                .orElseThrow();
        var full = routing.stream()
                .filter(it -> !it.usages().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(judged(Optional.of(empty.name())))
                .extracting(SetupCheck::state)
                .first()
                .isEqualTo(CheckState.GOOD);
        assertThat(judged(Optional.of(full.name()))).first().satisfies(check -> {
            assertThat(check.state()).isEqualTo(CheckState.MISSING);
            assertThat(check.found().arguments()).containsExactly(List.copyOf(full.usages()));
        });
        assertThat(judged(Optional.of(new PolicyName("No such policy"))))
                .first()
                .satisfies(check -> {
                    assertThat(check.state()).isEqualTo(CheckState.MISSING);
                    assertThat(check.expected())
                            .isEqualTo("linekeeper.readiness.empty-voice-routing-policy = No such policy");
                });
        assertThat(judged(Optional.empty()))
                .extracting(SetupCheck::state)
                .first()
                .isEqualTo(CheckState.ATTENTION);
    }

    @Test
    void emergency_policies_are_checked_one_by_one_and_none_at_all_wants_attention() {
        var existing = FABRIKAM.policyCatalogue()
                .policies(PolicyKind.EMERGENCY_CALL_ROUTING)
                .getFirst()
                .name();
        var settings = new JudgementSettings(
                Optional.empty(),
                false,
                Map.of("callingPlan/US", existing, "directRouting/DE", new PolicyName("Gone")));

        assertThat(new JudgementCheckup(FABRIKAM.reader(Clock.systemUTC(), Duration.ofHours(1)), settings).checks())
                .extracting(SetupCheck::state)
                .containsExactly(CheckState.ATTENTION, CheckState.GOOD, CheckState.MISSING);
        assertThat(judged(Optional.empty()))
                .extracting(check -> check.name().key())
                .containsExactly("doctor.empty-policy", "doctor.emergency-policies");
    }

    @Test
    void voice_routing_policies_for_own_numbers_are_read_by_country_and_have_to_lead_somewhere() {
        var routing = FABRIKAM.policyCatalogue().policies(PolicyKind.VOICE_ROUTING).stream()
                .map(Policy.VoiceRouting.class::cast)
                .collect(Collectors.partitioningBy(it -> it.usages().isEmpty()));
        var settings = routed(Map.of(
                new Country("US"), routing.get(false).getFirst().name(),
                new Country("DE"), routing.get(true).getFirst().name(),
                new Country("GB"), new PolicyName("Gone")));

        assertThat(routingPolicies(FABRIKAM, settings))
                .satisfiesExactly(
                        germany -> {
                            assertThat(germany.state()).isEqualTo(CheckState.MISSING);
                            assertThat(germany.found().key()).isEqualTo("doctor.found.no-usages");
                        },
                        britain -> {
                            assertThat(britain.state()).isEqualTo(CheckState.MISSING);
                            assertThat(britain.expected())
                                    .isEqualTo("linekeeper.readiness.voice-routing-policies.GB = Gone");
                        },
                        america -> assertThat(america.state()).isEqualTo(CheckState.GOOD));
        var unread = Fabrikam.model(Fabrikam.text().replace("OnlineVoiceRoutingPolicy", "NotReadToday"))
                .ports();
        assertThat(routingPolicies(unread, settings))
                .extracting(SetupCheck::state)
                .containsOnly(CheckState.UNKNOWN)
                .hasSize(3);
    }

    private static JudgementSettings routed(Map<Country, PolicyName> policies) {
        return new JudgementSettings(Optional.empty(), false, Map.of(), policies, new NumberCountries(Map.of()));
    }

    private static List<SetupCheck> routingPolicies(TenantPorts ports, JudgementSettings settings) {
        return new JudgementCheckup(ports.reader(Clock.systemUTC(), Duration.ofHours(1)), settings)
                .checks().stream()
                        .filter(check -> check.name().key().equals("doctor.routing-policy"))
                        .toList();
    }

    @Test
    void what_nobody_does_is_said_with_the_reason_and_the_rest_is_counted() {
        var checks = new TenantCheckup(FABRIKAM.organisation(), Capabilities.of("tenant file")).checks();

        assertThat(checks)
                .extracting(check -> check.name().key())
                .containsExactly("doctor.tenant", "doctor.cloud", "doctor.answers", "doctor.nobody");
        assertThat(checks.getFirst().found().arguments().toString())
                .contains(FABRIKAM.organisation().tenantId());
        assertThat(checks.getLast().name().arguments())
                .containsExactly(Explanation.of("doctor.operation.APP_INSTALLATION"));
    }

    @ParameterizedTest
    @CsvSource({"GCC, ATTENTION, readiness.TEN-01.unclear", "GCC_HIGH, MISSING, readiness.TEN-01.outside"})
    void another_cloud_than_the_worldwide_one_is_said(Cloud cloud, CheckState state, String found) {
        var elsewhere = (Organisation) Proxy.newProxyInstance(
                Organisation.class.getClassLoader(),
                new Class<?>[] {Organisation.class},
                (_, method, arguments) ->
                        method.getName().equals("cloud") ? cloud : method.invoke(FABRIKAM.organisation(), arguments));

        var check = new TenantCheckup(elsewhere, Capabilities.of("tenant file"))
                .checks()
                .get(1);

        assertThat(check.name().key()).isEqualTo("doctor.cloud");
        assertThat(check.state()).isEqualTo(state);
        assertThat(check.found().key()).isEqualTo(found);
    }

    private static List<SetupCheck> judged(Optional<PolicyName> empty) {
        return new JudgementCheckup(
                        FABRIKAM.reader(Clock.systemUTC(), Duration.ofHours(1)),
                        new JudgementSettings(empty, false, Map.of()))
                .checks();
    }

    private static Directory silent() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, _, _) -> {
                    throw new BackendFailure(BackendFailure.FailureKind.DENIED, "Groups are not read today");
                });
    }

    private static Supplier<RoleGroups> groups(Map<Role, Set<GroupId>> named) {
        return () -> new RoleGroups(named);
    }
}
