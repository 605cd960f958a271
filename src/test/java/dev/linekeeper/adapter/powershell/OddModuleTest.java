package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real module leaves out, names otherwise or refuses, by the rows of the findings (P1 to P20). */
class OddModuleTest {
    private static final ChangeKey KEY = new ChangeKey("SC-1042", 1);
    private static final UserId PERSON = new UserId("11111111-0000-4000-8000-000000000001");
    private static final GroupId GROUP = new GroupId("33333333-0000-4000-8000-000000000001");
    private static final String ACCOUNT =
            "'ObjectId':'22222222-0000-4000-8000-00000000000%d','UserPrincipalName':'a%1$d@x.example','PhoneNumber':null";

    @TempDir
    Path folder;

    private ScriptedPowerShell shell;

    @BeforeEach
    void open() {
        shell = new ScriptedPowerShell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void p2_the_rank_of_a_grant_to_a_group_is_its_priority() {
        shell.answer(
                "Get-CsGroupPolicyAssignment",
                "'result':[{'GroupId':'%s','PolicyType':'TeamsCallingPolicy','PolicyName':'A','Priority':2}]"
                        .formatted(GROUP.value()));
        assertThat(shell.backend
                        .ports()
                        .groupGrants()
                        .granted(PolicyKind.CALLING)
                        .read())
                .singleElement()
                .satisfies(grant -> assertThat(grant.rank()).isEqualTo(2));
    }

    @Test
    void p1_a_write_that_only_warned_is_no_success() {
        shell.answer(
                "Grant-CsTeamsCallingPolicy",
                "'result':[],'warnings':['Rank is not in the correct range'],'notes':['x']");
        fails(
                FailureKind.INVALID,
                "Rank is not in the correct range",
                () -> shell.backend.ports().policyGrants().grant(PERSON, PolicyKind.CALLING, new PolicyName("A"), KEY));
    }

    @Test
    void p15_plans_that_the_list_leaves_out_are_asked_for_and_missing_when_nobody_tells() {
        shell.answer(
                        "Get-CsOnlineApplicationInstance",
                        "'result':[{%s},{%s},{%s}]".formatted(account(1), account(2), account(3)))
                .answer(
                        "Get-CsOnlineUser",
                        "'result':[{'Identity':'%s','AssignedPlan':null},{'Identity':'%s'},{'Identity':'%s','AssignedPlan':[]}]"
                                .formatted(id(1), id(2), id(3)),
                        "'result':[{'Identity':'%s','AssignedPlan':[{'ServicePlanId':'p','CapabilityStatus':'Enabled'}]}]"
                                .formatted(id(1)),
                        "'result':[{'Identity':'%s','AssignedPlan':null}]".formatted(id(2)));
        var accounts = accounts();
        assertThat(accounts.get(id(1)).plans().known())
                .hasValueSatisfying(plans -> assertThat(plans).hasSize(1));
        assertThat(accounts.get(id(2)).plans().known()).isEmpty();
        assertThat(accounts.get(id(3)).plans().known())
                .hasValueSatisfying(plans -> assertThat(plans).isEmpty());
    }

    @Test
    void a_licence_that_cannot_be_read_may_be_any_and_costs_no_other() {
        shell.answer("Get-CsOnlineApplicationInstance", "'result':[{%s}]".formatted(account(1)))
                .answer(
                        "Get-CsOnlineUser",
                        ("'result':[{'Identity':'%s','AssignedPlan':[null,'x',{'CapabilityStatus':'Enabled'},"
                                        + "{'ServicePlanId':'p','CapabilityStatus':['Enabled']},"
                                        + "{'ServicePlanId':'q','CapabilityStatus':'Enabled'}]}]")
                                .formatted(id(1)));
        assertThat(accounts().get(id(1)).plans().known().orElseThrow())
                .extracting(plan -> plan.mayBe(List.of("p")), plan -> plan.mayBe(List.of("q")))
                .containsExactly(
                        tuple(true, true),
                        tuple(true, true),
                        tuple(true, true),
                        tuple(true, false),
                        tuple(false, false));
    }

    @Test
    void p15_policies_that_are_not_listed_come_from_the_cmdlet_for_one_account_or_from_the_columns() {
        shell.answer("Get-CsOnlineApplicationInstance", "'result':[{%s},{%s}]".formatted(account(1), account(2)))
                .answer(
                        "Get-CsOnlineUser",
                        ("'result':[{'Identity':'%s','AssignedPlan':[],'EffectivePolicyAssignments':null},"
                            + "{'Identity':'%s','AssignedPlan':[],'EffectivePolicyAssignments':null,"
                            + "'OnlineVoiceRoutingPolicy':{'Authority':'Tenant','Name':'NoPSTN'},'TenantDialPlan':null}]")
                                .formatted(id(1), id(2)))
                .answer(
                        "Get-CsUserPolicyAssignment",
                        "'result':[{'PolicyType':'OnlineVoiceRoutingPolicy','PolicyName':'B','PolicySource':["
                                + "{'AssignmentType':'Group','PolicyName':'B','Reference':'g'}]}]",
                        "'error':{'message':'Access Denied.'}");
        var asked = accounts().get(id(1));
        assertThat(asked.policy(PolicyKind.VOICE_ROUTING).known())
                .contains(new Assignment.ByGroup(new PolicyName("B"), new GroupId("g")));
        assertThat(asked.policy(PolicyKind.DIAL_PLAN).known()).contains(new Assignment.Inherited());
        var columns = accounts().get(id(2));
        assertThat(columns.policy(PolicyKind.VOICE_ROUTING)
                        .map(Assignment::policy)
                        .known())
                .contains(new PolicyName("NoPSTN"));
        assertThat(columns.policy(PolicyKind.DIAL_PLAN).known()).isEmpty();
    }

    @Test
    void p15_voice_can_be_switched_on_where_the_module_does_not_tell_whether_it_is() {
        shell.answer(
                "Get-CsOnlineUser",
                "'result':[{'Identity':'x','EnterpriseVoiceEnabled':null}]",
                "'result':[{'Identity':'x'}]",
                "'result':[{'Identity':'x','EnterpriseVoiceEnabled':true}]");
        for (int times = 0; times < 3; times++) {
            shell.backend.ports().voiceSwitch().set(PERSON, true, KEY);
        }
        assertThat(shell.asked("Set-CsPhoneNumberAssignment")).isEqualTo(2);
    }

    @Test
    void p15_an_account_without_an_application_is_what_it_is_associated_with() {
        shell.answer(
                        "Get-CsOnlineApplicationInstance",
                        "'result':[{%s,'ApplicationId':''},{%s,'ApplicationId':null},{'ObjectId':null}]"
                                .formatted(account(1), account(2)))
                .answer(
                        "Get-CsOnlineApplicationInstanceAssociation",
                        "'result':[{'ConfigurationType':'CallQueue','ConfigurationId':'q'}]",
                        "'result':[]");
        var accounts = accounts();
        assertThat(accounts).hasSize(2);
        assertThat(accounts.get(id(1)).application().known()).contains(ResourceAccount.Application.CALL_QUEUE);
        assertThat(accounts.get(id(2)).application().known()).isEmpty();
    }

    @Test
    void p15_what_an_auto_attendant_does_not_tell_is_unknown_of_it_alone() {
        shell.answer(
                "Get-CsAutoAttendant",
                ("'result':[{'Identity':'1','Name':'One','DefaultCallFlow':null,'ApplicationInstances':[]},"
                    + "{'Identity':'2','Name':'Two','DefaultCallFlow':{'Menu':{'DirectorySearchMethod':'ByName'}},"
                    + "'DirectoryLookupScope':{'InclusionScope':{'Type':'Group','GroupScope':null},'ExclusionScope':null},"
                    + "'ApplicationInstances':null}]"));
        var read = shell.backend.ports().voiceApplications().autoAttendants().read();
        assertThat(read).extracting(AutoAttendant::name).containsExactly("One", "Two");
        assertThat(read.getFirst().directorySearch())
                .isEqualTo(
                        Fact.missing("Teams PowerShell: Get-CsAutoAttendant[0].DefaultCallFlow: an object was expected,"
                                + " found null"));
        assertThat(read.getFirst().included().known()).contains(Set.of());
        assertThat(read.get(1).directorySearch().known()).contains(AutoAttendant.DirectorySearch.BY_NAME);
        assertThat(read.get(1).included()).isInstanceOf(Fact.Missing.class);
        assertThat(read.get(1).excluded().known()).contains(Set.of());
    }

    @Test
    void p7_no_association_is_none_and_a_failure_is_unknown() {
        shell.answer(
                        "Get-CsOnlineApplicationInstance",
                        "'result':[{%s},{%s},{%s}]".formatted(account(1), account(2), account(3)))
                .answer(
                        "Get-CsOnlineApplicationInstanceAssociation",
                        "'result':[]",
                        "'error':{'message':'x','status':404}",
                        "'error':{'message':\"Method not found: 'Void X()'.\"}"
                                .replace("\"", "'")
                                .replace("'Void X()'", "Void X()"));
        var accounts = accounts();
        assertThat(accounts.get(id(1)).associations().known())
                .hasValueSatisfying(all -> assertThat(all).isEmpty());
        assertThat(accounts.get(id(2)).associations().known())
                .hasValueSatisfying(all -> assertThat(all).isEmpty());
        assertThat(accounts.get(id(3)).associations().known()).isEmpty();
    }

    @Test
    void p17_one_stored_number_that_nobody_understands_costs_that_number() {
        shell.answer(
                "Get-CsPhoneNumberAssignment",
                "'result':[{'TelephoneNumber':'12065551234'},{'TelephoneNumber':'n/a'},{'TelephoneNumber':null}]",
                "'result':[]");
        assertThat(shell.backend.ports().sharedCallingSupport().answers())
                .isEqualTo(Map.of(PhoneNumber.of("+12065551234"), true));
    }

    @Test
    void p17_a_page_that_repeats_makes_a_list_incomplete() {
        var page = IntStream.range(0, 500)
                .mapToObj("{'CivicAddressId':'%d'}"::formatted)
                .collect(Collectors.joining(",", "'result':[", "]"));
        shell.answer("Get-CsOnlineLisCivicAddress", page, page);
        fails(
                FailureKind.PROTOCOL,
                "incomplete: after 500 entries a page repeats",
                () -> shell.backend.ports().emergencyLocations().locations());
    }

    @Test
    void p18_a_refused_grant_of_emergency_routing_to_a_group_is_said_plainly_and_64_groups_are_all() {
        shell.answer("Grant-CsTeamsEmergencyCallRoutingPolicy", "'error':{'message':'Group is not expected here'}");
        var grants = shell.backend.ports().groupGrants();
        fails(
                FailureKind.UNSUPPORTED,
                "does not grant TeamsEmergencyCallRoutingPolicy to groups",
                () -> grants.grant(GROUP, PolicyKind.EMERGENCY_CALL_ROUTING, new PolicyName("A"), 1, KEY));
        fails(
                FailureKind.UNSUPPORTED,
                "cannot be granted to groups",
                () -> grants.grant(GROUP, PolicyKind.DIAL_OUT, new PolicyName("A"), 1, KEY));
        var full = IntStream.rangeClosed(1, 64)
                .mapToObj(rank -> "{'GroupId':'g%d','PolicyName':'A','Priority':%d}".formatted(rank, rank))
                .collect(Collectors.joining(",", "'result':[", "]"));
        shell.answer("Get-CsGroupPolicyAssignment", full, full);
        fails(
                FailureKind.CONFLICT,
                "64 groups have a policy",
                () -> grants.grant(GROUP, PolicyKind.CALLING, new PolicyName("A"), 65, KEY));
        assertThat(shell.asked("Grant-CsTeamsCallingPolicy")).isZero();
    }

    @Test
    void p16_a_module_that_is_too_old_is_refused_and_the_doctor_says_what_an_older_one_lacks() {
        shell.answer("version", "'result':{'module':'5.9.0'}");
        fails(
                FailureKind.UNSUPPORTED,
                "is 5.9.0; 6.0.0 or newer is needed",
                () -> shell.backend.ports().policyCatalogue().voiceRoutes());
        shell.close();
        shell = new ScriptedPowerShell(folder);
        shell.answer("version", "'result':{'module':'7.0.0'}", "'result':{'module':'7.0.0'}");
        assertThat(shell.backend.checkup().checks())
                .filteredOn(check -> check.state() == CheckState.ATTENTION)
                .extracting(SetupCheck::expected)
                .singleElement()
                .asString()
                .contains("≥ 7.1.1 (policies of accounts)", "≥ 7.3.1 (policies of single numbers)");
        shell.close();
        shell = new ScriptedPowerShell(folder);
        shell.answer("version", "'result':{'module':'7.3.0'}", "'result':{'module':'7.3.0'}");
        assertThat(shell.backend.checkup().checks())
                .filteredOn(check -> check.state() == CheckState.ATTENTION)
                .extracting(SetupCheck::expected)
                .containsExactly("MicrosoftTeams ≥ 7.3.1 (policies of single numbers)");
    }

    @Test
    void p12_a_host_that_cannot_start_is_not_tried_again_and_says_what_it_printed() {
        shell.dies("The script 'host.ps1' cannot be run because it contained a \"#requires\" statement");
        fails(
                FailureKind.UNSUPPORTED,
                "(exit code 1): The script 'host.ps1' cannot be run",
                () -> shell.backend.ports().policyCatalogue().voiceRoutes());
    }

    private static String id(int number) {
        return "22222222-0000-4000-8000-00000000000" + number;
    }

    private static String account(int number) {
        return ACCOUNT.formatted(number);
    }

    private Map<String, ResourceAccount> accounts() {
        return shell.backend.ports().voiceApplications().resourceAccounts().stream()
                .collect(Collectors.toMap(account -> account.id().value(), account -> account));
    }

    private static void fails(
            FailureKind kind, String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }
}
