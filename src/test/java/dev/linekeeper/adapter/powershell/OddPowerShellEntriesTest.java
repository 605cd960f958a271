package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList.OddGrant;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Failures;
import dev.linekeeper.service.tenant.LinePolicyList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry of a cmdlet's list that nobody can read costs itself, is named, and makes what only it could say unknown. */
class OddPowerShellEntriesTest {
    @TempDir
    private Path folder;

    private ScriptedPowerShell shell;

    @BeforeEach
    void open() {
        shell = new ScriptedPowerShell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                                                             | [1]: an object was expected, found null
        'Operation completed.'                                                                           | [1]: an object was expected, found string
        [{'Identity':'R'}]                                                                               | [1]: an object was expected, found array
        {'NumberPattern':'.*','OnlinePstnUsages':[],'OnlinePstnGatewayList':[]}                          | [1].Identity: a text was expected, found nothing
        {'Identity':'R','NumberPattern':null,'OnlinePstnUsages':[],'OnlinePstnGatewayList':[]}           | [1].NumberPattern: a text was expected, found null
        {'Identity':'R','NumberPattern':'.*','OnlinePstnUsages':['U',7],'OnlinePstnGatewayList':[]}      | [1].OnlinePstnUsages[1]: a text was expected, found number
        """)
    void a_voice_route(String odd, String complaint) {
        shell.answer("Get-CsOnlineVoiceRoute", "'result':[%s,%s,%s]".formatted(route("A"), odd, route("B")));
        var routes = shell.backend.ports().policyCatalogue().voiceRoutes();
        assertThat(routes).extracting(route -> route.name()).containsExactly("A", "B");
        assertThat(routes.unread()).containsExactly("Get-CsOnlineVoiceRoute" + complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                      | [1]: an object was expected, found null
        {'EmergencyCallRoutingPolicyName':null,'EmergencyCallingPolicyName':null} | [1].Identity: a text was expected, found nothing
        {'Identity':'S','EmergencyCallRoutingPolicyName':['E'],'EmergencyCallingPolicyName':null} | [1].EmergencyCallRoutingPolicyName: a text was expected, found array
        """)
    void a_network_site(String odd, String complaint) {
        shell.answer(
                "Get-CsTenantNetworkSite",
                ("'result':[{'Identity':'A','EmergencyCallRoutingPolicyName':'E','EmergencyCallingPolicyName':null},"
                    + "%s,{'Identity':'B','EmergencyCallRoutingPolicyName':null,'EmergencyCallingPolicyName':null}]")
                        .formatted(odd));
        var sites = shell.backend.ports().policyCatalogue().networkSites();
        assertThat(sites).extracting(site -> site.name()).containsExactly("A", "B");
        assertThat(sites.unread()).containsExactly("Get-CsTenantNetworkSite" + complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                  | [1]: an object was expected, found null
        {'CivicAddressId':'c','Location':'Hall'}              | [1].LocationId: a text was expected, found nothing
        {'LocationId':'x','CivicAddressId':'c','City':['a']}  | [1].City: a text was expected, found array
        {'LocationId':'x','CivicAddressId':'c','CountryOrRegion':'USA'} | [1].CountryOrRegion: a two-letter country such as US was expected, found string
        """)
    void a_place(String odd, String complaint) {
        shell.answer(
                        "Get-CsOnlineLisCivicAddress",
                        "'result':[null,{'CivicAddressId':'C','ValidationStatus':'Validated'}]")
                .answer(
                        "Get-CsOnlineLisLocation",
                        "'result':[{'LocationId':'a','CivicAddressId':'c','CountryOrRegion':'US'},%s,{'LocationId':'b','CivicAddressId':null}]"
                                .formatted(odd));
        var places = shell.backend.ports().emergencyLocations().locations();
        assertThat(places).extracting(place -> place.id().value()).containsExactly("a", "b");
        assertThat(places).extracting(place -> place.validation().name()).containsExactly("VALIDATED", "UNKNOWN");
        assertThat(places.unread()).containsExactly("Get-CsOnlineLisLocation" + complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                       | [1]: an object was expected, found null
        {'Name':'Nameless'}        | [1].Id: a text was expected, found nothing
        [[{'Identity':'x'}]]       | [1]: an object was expected, found array
        """)
    void an_auto_attendant(String odd, String complaint) {
        shell.answer(
                "Get-CsAutoAttendant",
                "'result':[{'Identity':'a','Name':'A','Operator':'x'},%s,{'Id':'b','Name':null,'ApplicationInstances':['i',null]}]"
                        .formatted(odd));
        var attendants = shell.backend.ports().voiceApplications().autoAttendants();
        assertThat(attendants).extracting(attendant -> attendant.name()).containsExactly("A", "b");
        assertThat(attendants.unread()).containsExactly("Get-CsAutoAttendant" + complaint);
        assertThat(attendants.read().getFirst().operator()).isInstanceOf(Fact.Missing.class);
        assertThat(attendants.read().get(1).accounts()).hasSize(1);
    }

    @Test
    void a_resource_account_without_an_id_may_be_any() {
        shell.answer("Get-CsOnlineUser", "'result':[null,{'UserPrincipalName':'x'}]")
                .answer("Get-CsOnlineApplicationInstance", "'result':[{'ObjectId':null},{'ObjectId':'a'},'b']")
                .answer("Get-CsOnlineApplicationInstanceAssociation", "'result':[]");
        var accounts = shell.backend.ports().voiceApplications().resourceAccounts();
        assertThat(accounts).extracting(account -> account.id().value()).containsExactly("a");
        assertThat(accounts.unread()).hasSize(2).first().asString().startsWith("Get-CsOnlineApplicationInstance[0]");
    }

    @Test
    void a_policy_without_a_name_may_be_any() {
        shell.answer(
                "Get-CsOnlineVoiceRoutingPolicy",
                "'result':[{'Identity':'Global','OnlinePstnUsages':[]},null,{'Identity':7,'OnlinePstnUsages':[]}]");
        assertThat(shell.backend.ports().policyCatalogue().policies(PolicyKind.VOICE_ROUTING))
                .extracting(Policy::name)
                .containsExactly(PolicyName.GLOBAL, Policy.Unread.NAMELESS, Policy.Unread.NAMELESS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                      | [1]: an object was expected, found null
        {'PolicyName':'Tag:B'}                                    | [1].TelephoneNumber: a text was expected, found nothing
        {'TelephoneNumber':'reception','PolicyName':'Tag:B'}      | [1].TelephoneNumber: a telephone number such as +14255550100 was expected, found string
        """)
    void a_policy_of_a_single_number(String odd, String complaint) {
        shell.answer(
                "Get-CsPhoneNumberPolicyAssignment",
                "'result':[{'TelephoneNumber':'14255550100','PolicyName':'Tag:A'},%s,{'TelephoneNumber':'+14255550101','PolicyName':null}]"
                        .formatted(odd));
        var list = known(shell.backend.ports().phoneNumberPolicies().sharedCalling());
        assertThat(LinePolicyList.of(PhoneNumber.of("+14255550100"), list).known())
                .contains(Optional.of(new PolicyName("A")));
        assertThat(LinePolicyList.of(PhoneNumber.of("+14255550101"), list)).isInstanceOf(Fact.Missing.class);
        assertThat(LinePolicyList.of(PhoneNumber.of("+14255550102"), list))
                .isEqualTo(Fact.missing("could not be read: Get-CsPhoneNumberPolicyAssignment" + complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                   |   | [1]: an object was expected, found null
        'Operation completed.'                                 |   | [1]: an object was expected, found string
        {'PolicyName':'X','Priority':2}                        |   | [1].GroupId: a text was expected, found nothing
        {'GroupId':'h','PolicyName':null,'Priority':2}         | h | [1].PolicyName: a text was expected, found null
        {'GroupId':'h','PolicyName':'X','Priority':'second'}   | h | [1].Priority: a whole number, zero or more, was expected, found string
        {'GroupId':'h','PolicyName':'X','Rank':2}              | h | [1].Priority: a whole number, zero or more, was expected, found nothing
        """)
    void a_grant_to_a_group(String odd, String group, String complaint) {
        var printed =
                "'result':[{'GroupId':'G','PolicyName':'A','Priority':3},%s,{'GroupId':'i','PolicyName':'B','Priority':1}]"
                        .formatted(odd);
        shell.answer("Get-CsGroupPolicyAssignment", printed, printed, printed, printed);
        var grants = shell.backend.ports().groupGrants();
        var list = grants.granted(PolicyKind.CALLING);
        assertThat(list.read()).extracting(grant -> grant.policy().value()).containsExactly("B", "A");
        var why = "Teams PowerShell: Get-CsGroupPolicyAssignment" + complaint;
        assertThat(list.odd())
                .containsExactly(new OddGrant(
                        Optional.ofNullable(group).map(GroupId::new), Optional.of(PolicyKind.CALLING), why));
        assertThat(beneath(list, "g").known().map(Assignment::policy))
                .isEqualTo(group == null ? Optional.empty() : Optional.of(new PolicyName("A")));
        assertThat(beneath(list, "h")).isEqualTo(Fact.missing(why));

        assertThatThrownBy(() -> grants.revoke(new GroupId("h"), PolicyKind.CALLING, Failures.KEY))
                .hasMessage(why);
        if (group != null) {
            grants.grant(new GroupId("new"), PolicyKind.CALLING, new PolicyName("N"), 4, Failures.KEY);
            assertThat(shell.asked("Grant-CsTeamsCallingPolicy")).isOne();
        }
    }

    private static Fact<Assignment> beneath(GroupGrantList grants, String group) {
        return grants.inEffect(
                PolicyKind.CALLING, asked -> known(asked.equals(new GroupId(group))), OddPowerShellEntriesTest::known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'Usage':['A',7,'B']}                 | [0].Usage[1]: a text was expected, found number
        {'Usage':['A',null,'B']}              | [0].Usage[1]: a text was expected, found null
        {'Usage':['A','B',' ']}               | [0].Usage[2]: a text was expected, found string
        {'Usage':['A','B']},null              | [1]: an object was expected, found null
        {'Usage':'C'},{'Usage':['A','B']}     | [0].Usage: a list was expected, found string
        {'Usage':['A','B']},{'Identity':'X'}  | [1].Usage: a list was expected, found nothing
        """)
    void a_pstn_usage(String printed, String complaint) {
        shell.answer("Get-CsOnlinePstnUsage", "'result':[%s]".formatted(printed));
        assertThat(shell.backend.ports().policyCatalogue().pstnUsages())
                .isEqualTo(new Entries<>(List.of("A", "B"), List.of("Get-CsOnlinePstnUsage" + complaint)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null
        'Global'
        {'PolicyAssignment':{'DisplayName':'SC','AssignmentType':'direct'}}
        {'PolicyType':null,'PolicyAssignment':null}
        """)
    void a_policy_in_effect_for_an_account(String odd) {
        shell.answer(
                        "Get-CsOnlineUser",
                        ("'result':[{'Identity':'a','AssignedPlan':[],'EffectivePolicyAssignments':[%s,{'PolicyType':'TenantDialPlan',"
                            + "'PolicyAssignment':{'DisplayName':'US','AssignmentType':'direct'}}]}]")
                                .formatted(odd))
                .answer("Get-CsOnlineApplicationInstance", "'result':[{'ObjectId':'a'}]")
                .answer("Get-CsOnlineApplicationInstanceAssociation", "'result':[]");
        var account = shell.backend
                .ports()
                .voiceApplications()
                .resourceAccounts()
                .read()
                .getFirst();
        assertThat(account.policies()
                        .get(PolicyKind.DIAL_PLAN)
                        .map(Assignment::policy)
                        .known())
                .contains(new PolicyName("US"));
        assertThat(account.policies().get(PolicyKind.SHARED_CALLING)).isInstanceOf(Fact.Missing.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                   | false
        {'ResourceAccount':null,'EmergencyNumbers':null}       | false
        {'Identity':'Tag:Odd','ResourceAccount':{'id':'a'},'EmergencyNumbers':null} | true
        {'Identity':'Tag:Odd','ResourceAccount':null,'EmergencyNumbers':'none'}     | true
        """)
    void a_shared_calling_policy_beside_the_one_that_is_changed(String odd, boolean named) {
        var printed =
                "'result':[%s,{'Identity':'Tag:A','ResourceAccount':null,'EmergencyNumbers':null,'Description':'%s'}]";
        shell.answer(
                "Get-CsTeamsSharedCallingRoutingPolicy",
                printed.formatted(odd, "before"),
                printed.formatted(odd, "after"),
                printed.formatted(odd, "after"),
                printed.formatted(odd, "after"));
        var policies = shell.backend.sharedCallingPolicies();
        policies.change(policy("A", "before"), policy("A", "after"), Failures.KEY);
        assertThat(shell.asked("Set-CsTeamsSharedCallingRoutingPolicy")).isOne();
        assertThatThrownBy(() -> policies.change(policy("Odd", "before"), policy("Odd", "after"), Failures.KEY))
                .isInstanceOf(BackendFailure.class)
                .hasMessageContaining("Get-CsTeamsSharedCallingRoutingPolicy[0]");
        if (named) {
            policies.remove(policy("Gone", "x"), Failures.KEY);
            assertThat(shell.asked("Remove-CsTeamsSharedCallingRoutingPolicy")).isZero();
        }
    }

    private static Policy.SharedCalling policy(String name, String description) {
        return new Policy.SharedCalling(new PolicyName(name), Optional.empty(), List.of(), description);
    }

    @Test
    void a_number_without_a_policy_has_none_when_everything_was_read() {
        shell.answer(
                "Get-CsPhoneNumberPolicyAssignment", "'result':[{'TelephoneNumber':'+14255550101','PolicyName':null}]");
        var list = known(shell.backend.ports().phoneNumberPolicies().sharedCalling());
        assertThat(LinePolicyList.of(PhoneNumber.of("+14255550102"), list).known())
                .contains(Optional.empty());
    }

    @Test
    void validation_errors_are_texts_or_have_a_message_and_an_odd_one_is_one_all_the_same() {
        shell.answer(
                "Get-CsOnlineUser",
                "'result':[{'Identity':'x','UserValidationErrors':[]}]",
                "'result':[{'Identity':'x','UserValidationErrors':['a',{'ErrorCode':'c','ErrorDescription':'b'},{'Other':1},null]}]",
                "'result':[{'Identity':'x','UserValidationErrors':null}]",
                "'result':[{'Identity':'x'}]");
        var errors = shell.backend.ports().validationErrors();
        var person = new UserId("x");
        assertThat(errors.of(person)).isEmpty();
        assertThat(errors.of(person))
                .containsExactly(
                        "a",
                        "b",
                        "Get-CsOnlineUser[0].UserValidationErrors[2]",
                        "Get-CsOnlineUser[0].UserValidationErrors[3]");
        for (int untold = 0; untold < 2; untold++) {
            assertThatThrownBy(() -> errors.of(person))
                    .isInstanceOf(BackendFailure.class)
                    .hasMessageContaining("UserValidationErrors: a list was expected");
        }
    }

    @Test
    void what_is_lost_is_named_five_at_most() {
        assertThat(Entries.lost(List.of("a", "b", "c", "d", "e", "f"))).contains("could not be read: a, b, c, d, e");
        assertThat(Entries.lost(List.of())).isEmpty();
    }

    private static <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, "Teams PowerShell", Instant.EPOCH);
    }

    private static String route(String name) {
        return "{'Identity':'%s','NumberPattern':'.*','OnlinePstnUsages':['U'],'OnlinePstnGatewayList':['sbc']}"
                .formatted(name);
    }
}
