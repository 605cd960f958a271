package dev.linekeeper.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedTenantTest {
    private static final ChangeKey KEY = new ChangeKey("SC-1042", 1);

    private final SimulatedTenant model = Fabrikam.model();
    private final TenantPorts ports = model.ports();

    @Test
    void a_direct_grant_knows_what_it_hides() {
        assertThat(effective(ports, PolicyKind.SHARED_CALLING).known())
                .contains(new Assignment.Direct(
                        new PolicyName("SC-SEA"),
                        known(new Assignment.ByGroup(
                                new PolicyName("SC-BER"),
                                new GroupId(Fabrikam.user(303).value())))));
        assertThat(effective(ports, PolicyKind.VOICE_ROUTING).known())
                .contains(new Assignment.Direct(new PolicyName("NoPSTN"), known(new Assignment.Inherited())));
    }

    @Test
    void a_member_of_a_nested_group_is_not_granted_what_the_outer_group_is() {
        assertThat(ports.directory().members(new GroupId(Fabrikam.user(301).value())))
                .contains(Fabrikam.ADA);
        ports.policyGrants().revoke(Fabrikam.ADA, PolicyKind.SHARED_CALLING, KEY);
        assertThat(effective(ports, PolicyKind.SHARED_CALLING).known().map(Assignment::policy))
                .contains(new PolicyName("SC-BER"));
    }

    @Test
    void without_the_sections_on_groups_what_comes_from_them_is_missing_not_inherited() {
        var blind = blind("\"groupPolicyAssignments\"");
        assertThat(effective(blind, PolicyKind.CALLING_LINE_IDENTITY)).isInstanceOf(Fact.Missing.class);
        assertThat(effective(blind, PolicyKind.SHARED_CALLING).known().orElseThrow())
                .isInstanceOfSatisfying(
                        Assignment.Direct.class,
                        direct -> assertThat(direct.beneath()).isInstanceOf(Fact.Missing.class));
    }

    @Test
    void a_section_that_is_not_there_makes_its_port_fail_and_nothing_else() {
        var blind = blind("\"locations\"");
        assertThatThrownBy(() -> blind.emergencyLocations().locations())
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(BackendFailure.FailureKind.UNSUPPORTED))
                .hasMessage("locations is not in the tenant file");
        assertThat(blind.numbers().all().numbers()).isNotEmpty();
    }

    @Test
    void a_guest_is_not_suggested_but_can_be_looked_at() {
        assertThat(ports.directory().search("gil", 5)).isEmpty();
        assertThat(ports.directory().find(Fabrikam.GUEST)).isPresent();
    }

    @Test
    void the_best_match_comes_first() {
        assertThat(ports.directory().search("ada", 5))
                .extracting(DirectoryEntry::displayName)
                .containsExactly("Ada Brandt", "Emil Adams");
    }

    @Test
    void an_account_may_be_granted_routes_but_not_shared_calling() {
        ports.policyGrants().grant(Fabrikam.SEATTLE, PolicyKind.VOICE_ROUTING, new PolicyName("DE-RA"), KEY);
        assertThat(ports.voiceApplications()
                        .resourceAccounts()
                        .read()
                        .getFirst()
                        .policy(PolicyKind.VOICE_ROUTING)
                        .known()
                        .map(Assignment::policy))
                .contains(new PolicyName("DE-RA"));
        assertThatThrownBy(() -> ports.policyGrants()
                        .grant(Fabrikam.SEATTLE, PolicyKind.SHARED_CALLING, new PolicyName("SC-SEA"), KEY))
                .isInstanceOf(BackendFailure.class);
    }

    @Test
    void an_account_needs_its_licence_and_a_service_number() {
        refused(
                "lacks a Teams Phone Resource Account licence",
                () -> assign("+493023125100", NumberType.DIRECT_ROUTING, 103));
        refused("cannot be assigned to", () -> assign("+14255550141", NumberType.CALLING_PLAN, 102));
        refused("already has a telephone number", () -> assign("+14255550110", NumberType.CALLING_PLAN, 101));
    }

    @Test
    void a_calling_plan_number_needs_a_calling_plan_and_a_number_from_on_premises_stays() {
        refused("lacks appropriate licences", () -> assign("+14255550141", NumberType.CALLING_PLAN, 1));
        refused("already has a telephone number", () -> assign("+14255550141", NumberType.CALLING_PLAN, 3));
        refused("on-premises", () -> assign("+493023125199", NumberType.DIRECT_ROUTING, 1));
    }

    @Test
    void a_refused_change_leaves_nothing_behind() {
        var before = model.state();
        refused(
                "cannot be set",
                () -> ports.numbers().setLocation(PhoneNumber.of("+14255550110"), Optional.empty(), KEY));
        refused("lacks", () -> assign("+14255550141", NumberType.CALLING_PLAN, 5));
        assertThat(model.state()).isSameAs(before);
    }

    @Test
    void facts_are_as_fresh_as_the_question() {
        var entry = ports.directory().find(Fabrikam.ADA).orElseThrow();
        assertThat(entry.enabled()).isEqualTo(known(true));
        assertThat(entry.groups().known().orElseThrow())
                .containsExactlyInAnyOrder(
                        new GroupId(Fabrikam.user(301).value()),
                        new GroupId(Fabrikam.user(302).value()),
                        new GroupId(Fabrikam.user(303).value()));
    }

    private void assign(String number, NumberType type, int holder) {
        ports.numbers()
                .assign(PhoneNumber.of(number), type, Fabrikam.user(holder), Optional.empty(), Category.PRIMARY, KEY);
    }

    private static void refused(String part, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(BackendFailure.class).hasMessageContaining(part);
    }

    /** The tenant with one section renamed, so that it is not there. */
    private static TenantPorts blind(String section) {
        return Fabrikam.model(Fabrikam.text().replace(section, "\"hidden\"")).ports();
    }

    private static Fact<Assignment> effective(TenantPorts ports, PolicyKind kind) {
        return ports.voiceUsers().read(Fabrikam.ADA).orElseThrow().policy(kind);
    }

    private static <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, "tenant file", Fabrikam.NOON);
    }
}
