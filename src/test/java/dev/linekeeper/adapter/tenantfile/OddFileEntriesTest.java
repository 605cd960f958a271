package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry of a section that nobody can read costs itself, is named, and makes what only it could say unknown. */
class OddFileEntriesTest {
    private static final String ROUTE = """
        {"Identity": "%s", "NumberPattern": ".*", "OnlinePstnUsages": ["U"], "OnlinePstnGatewayList": ["sbc"]}\
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                             | /voiceRoutes/1: an object was expected, found null
        "a line of text"                 | /voiceRoutes/1: an object was expected, found "a line of text"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        [{"Name": "R"}]                  | /voiceRoutes/1/0/NumberPattern: a text was expected, found nothing
        {"NumberPattern": ".*"}          | /voiceRoutes/1/Identity: a text was expected, found nothing
        {"Name": "R", "NumberPattern": null} | /voiceRoutes/1/NumberPattern: a text was expected, found null
        """)
    void a_voice_route(String odd, String complaint) {
        var read = read("\"voiceRoutes\": [%s, %s, %s]".formatted(ROUTE.formatted("A"), odd, ROUTE.formatted("B")));
        assertThat(read.unusable()).containsExactly(complaint);
        var routes = tenant(read).voiceRoutes().known().orElseThrow();
        assertThat(routes).extracting(route -> route.name()).containsExactly("A", "B");
        assertThat(routes.unread()).containsExactly(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                             | /networkSites/1: an object was expected, found null
        {"EmergencyCallRoutingPolicy": "E"} | /networkSites/1/Identity: a text was expected, found nothing
        {"NetworkSiteID": "S", "EmergencyCallRoutingPolicyName": 3} | /networkSites/1/EmergencyCallRoutingPolicyName: a text was expected, found 3; if that is a word, export it with ConvertTo-Json -EnumsAsStrings
        """)
    void a_network_site(String odd, String complaint) {
        var read = read("\"networkSites\": [{\"Identity\": \"A\"}, %s, {\"Identity\": \"B\"}]".formatted(odd));
        var sites = tenant(read).networkSites().known().orElseThrow();
        assertThat(sites).extracting(site -> site.name()).containsExactly("A", "B");
        assertThat(sites.unread()).containsExactly(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                        | /locations/1: an object was expected, found null
        "@{LocationId=x}"                           | /locations/1: an object was expected, found "@{LocationId=x}"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        {"description": "Hall"}                     | /locations/1/locationId: a text was expected, found nothing
        {"locationId": "x", "countryOrRegion": "USA"} | /locations/1/countryOrRegion: a two-letter country such as US was expected, found "USA"
        """)
    void a_place(String odd, String complaint) {
        var tenant = tenant(read("\"locations\": [{\"locationId\": \"a\"}, %s]".formatted(odd)));
        assertThat(tenant.place(new LocationId("A")).known().orElseThrow()).isPresent();
        assertThat(tenant.place(new LocationId("x")))
                .isEqualTo(Fact.missing("x is not among those that could be read; could not be read: " + complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                      | /autoAttendants/1: an object was expected, found null
        "@{Identity=x}"           | /autoAttendants/1: an object was expected, found "@{Identity=x}"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        {"name": "Nameless"}      | /autoAttendants/1/id: a text was expected, found nothing
        """)
    void an_auto_attendant(String odd, String complaint) {
        var attendants = tenant(
                        read("\"autoAttendants\": [{\"id\": \"a\"}, %s, {\"id\": \"b\", \"name\": 3}]".formatted(odd)))
                .autoAttendants()
                .known()
                .orElseThrow();
        assertThat(attendants).extracting(AutoAttendant::name).containsExactly("a", "b");
        assertThat(attendants.unread()).containsExactly(complaint);
    }

    @Test
    void lines_that_the_cmdlet_prints_before_its_attendants_are_no_entries() {
        var attendants = tenant(read("\"autoAttendants\": [\"Operation completed.\", {\"id\": \"a\"}]"))
                .autoAttendants()
                .known()
                .orElseThrow();
        assertThat(attendants.unread()).isEmpty();
        assertThat(attendants).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        -                                                                  | NONE
        "defaultCallFlow": {"menu": {"directorySearchMethod": "None"}}     | NONE
        "defaultCallFlow": {"menu": {"directorySearchMethod": "ByName"}}   | BY_NAME
        "defaultCallFlow": null                                            | -
        "DefaultCallFlow": {"Menu": null}                                  | -
        "defaultCallFlow": {"menu": {"directorySearchMethod": null}}       | -
        "defaultCallFlow": "@{Menu=}"                                      | -
        "defaultCallFlow": {"menu": {"directorySearchMethod": 2}}          | -
        """)
    void the_search_of_an_attendant_is_unknown_where_it_could_not_be_read(String member, DirectorySearch search) {
        var attendant = tenant(read("\"autoAttendants\": [{\"id\": \"a\", \"name\": \"A\"%s}]"
                        .formatted(member == null ? "" : ", " + member)))
                .autoAttendants()
                .known()
                .orElseThrow()
                .read()
                .getFirst();
        assertThat(attendant.directorySearch().known().orElse(null)).isEqualTo(search);
        assertThat(attendant.operator().known()).isPresent();
        assertThat(attendant.included().known()).contains(Set.of());
    }

    @Test
    void an_account_a_number_or_a_policy_without_its_key_may_be_any() {
        var tenant = tenant(read("""
            "resourceAccounts": [{"id": "a"}, {"userPrincipalName": "b"}],
            "telephoneNumbers": [{"numberType": "CallingPlan"}],
            "policies": {"OnlineVoiceRoutingPolicy": [{"Identity": "Global"}, {"OnlinePstnUsages": []}]}
            """));
        assertThat(tenant.resourceAccount(new UserId("a")).known().orElseThrow())
                .isPresent();
        assertThat(tenant.resourceAccount(new UserId("b"))).isInstanceOf(Fact.Missing.class);
        assertThat(tenant.unread().numbers()).hasSize(1);
        assertThat(tenant.policy(PolicyName.GLOBAL, Policy.VoiceRouting.class)
                        .known()
                        .orElseThrow())
                .isPresent();
        assertThat(tenant.policy(new PolicyName("Other"), Policy.VoiceRouting.class))
                .isInstanceOf(Fact.Missing.class);
    }

    @Test
    void a_group_without_an_id_may_be_any_that_is_not_there() {
        var directory = new FileTenant(
                        read("\"groups\": [{\"members\": []}, {\"id\": \"g\", \"members\": [\"u\"]}]"),
                        Clock.systemUTC())
                .ports()
                .directory();
        assertThat(directory.members(new GroupId("g"))).containsExactly(new UserId("u"));
        assertThatThrownBy(() -> directory.members(new GroupId("h")))
                .isInstanceOf(BackendFailure.class)
                .hasMessageContaining("/groups/0/id");
    }

    @Test
    void a_group_an_attendant_searches_and_the_file_does_not_have_is_unknown() {
        var directory = new FileTenant(read("""
            "groups": [{"id": "g", "members": []}],
            "autoAttendants": [{"id": "a", "directoryLookupScope": {"inclusion": ["h"]}}]
            """), Clock.systemUTC()).ports().directory();
        var person = directory.find(new UserId("u")).orElseThrow();
        assertThat(person.isInOneOf(Set.of(new GroupId("h")))).isInstanceOf(Fact.Missing.class);
        assertThat(person.isInOneOf(Set.of(new GroupId("g"))).known()).contains(false);
    }

    /** Person u is in g, not in h; g has SC-G, and somebody's entry is odd. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        null                                                                                  | -    | -
        "a line of text"                                                                      | -    | -
        {"groupId": "g", "policyType": "TenantDialPlan", "rank": 1}                           | SC-G | -
        {"groupId": "g", "policyType": "TenantDialPlan", "policyName": 7, "rank": 1}          | SC-G | -
        {"groupId": "g", "policyType": "TenantDialPlan", "policyName": "US", "rank": "first"} | SC-G | -
        {"groupId": "h", "policyType": "TenantDialPlan", "policyName": "US", "rank": -1}      | SC-G | Global
        {"groupId": "gone", "policyType": "TenantDialPlan", "rank": 1}                        | SC-G | -
        {"groupId": null, "policyType": "TenantDialPlan", "policyName": "US", "rank": 1}      | SC-G | -
        {"groupId": "g", "policyType": null, "policyName": "US", "rank": 1}                   | -    | -
        {"groupId": "h", "policyName": "US", "rank": 1}                                       | SC-G | Global
        {"groupId": null, "policyType": "TeamsMessagingPolicy", "policyName": 7}              | SC-G | Global
        """)
    void a_grant_to_a_group(String odd, String sharedCalling, String dialPlan) {
        var read = read("""
            "groups": [{"id": "g", "members": ["u"]}, {"id": "h", "members": ["v"]}],
            "groupPolicyAssignments": [%s,
              {"groupId": "g", "policyType": "TeamsSharedCallingRoutingPolicy", "policyName": "SC-G", "rank": 1},
              {"groupId": "h", "policyType": "TeamsCallingPolicy", "policyName": "C", "Priority": 1}]
            """.formatted(odd));
        assertThat(read.groupGrants().orElseThrow().read()).hasSize(2);
        assertThat(policy(read, PolicyKind.SHARED_CALLING)).isEqualTo(Optional.ofNullable(sharedCalling));
        assertThat(policy(read, PolicyKind.DIAL_PLAN)).isEqualTo(Optional.ofNullable(dialPlan));
        assertThat(read.unusable())
                .hasSize(odd.contains("Messaging") ? 0 : 1)
                .allMatch(complaint -> complaint.startsWith("/groupPolicyAssignments/0"));
    }

    private static Optional<String> policy(TenantContent read, PolicyKind kind) {
        return new FileTenant(read, Clock.systemUTC())
                .policies(new UserId("u"))
                .get(kind)
                .known()
                .map(assignment -> assignment.policy().value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "A", null, "B"                       | /pstnUsages/1: a text was expected, found null
        "A", 7, "B"                          | /pstnUsages/1: a text was expected, found 7; if that is a word, export it with ConvertTo-Json -EnumsAsStrings
        "A", ["B", {}]                       | /pstnUsages/1/1/Usage: a list was expected, found nothing
        {"Usage": ["A", {"a": 1}, "B"]}      | /pstnUsages/0/Usage/1: a text was expected, found {"a":1}
        {"Usage": ["A", "B"]}, {"Identity": "Global"} | /pstnUsages/1/Usage: a list was expected, found nothing
        {"Usage": ["A"]}, {"Usage": null}, "B" | /pstnUsages/1/Usage: a list was expected, found null
        """)
    void a_pstn_usage(String usages, String complaint) {
        var read = read("\"pstnUsages\": [%s]".formatted(usages));
        assertThat(read.unusable()).containsExactly(complaint);
        var tenant = tenant(read);
        assertThat(tenant.existingUsages(List.of("b", "A")).known()).contains(List.of("b", "A"));
        assertThat(tenant.existingUsages(List.of("A", "C"))).isEqualTo(Fact.missing("could not be read: " + complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                    | /policies/TenantDialPlan/1: an object was expected, found null
        "@{Identity=Tag:US}"    | /policies/TenantDialPlan/1: an object was expected, found "@{Identity=Tag:US}"; if the export cut it off, use ConvertTo-Json with a greater -Depth
        {}                      | /policies/TenantDialPlan/1/Identity: a text was expected, found nothing
        [7]                     | /policies/TenantDialPlan/1/0: an object was expected, found 7
        """)
    void a_policy_may_be_any_that_is_not_there(String odd, String complaint) {
        var read = read("\"policies\": {\"TenantDialPlan\": [{\"Identity\": \"Global\"}, %s]}".formatted(odd));
        assertThat(read.unusable()).containsExactly(complaint);
        assertThat(tenant(read)
                        .policy(PolicyName.GLOBAL, Policy.DialPlan.class)
                        .known()
                        .orElseThrow())
                .isPresent();
        assertThat(tenant(read).policy(new PolicyName("US"), Policy.DialPlan.class))
                .isEqualTo(Fact.missing(complaint));
    }

    /** Another entry says that the person has the dial plan US. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "@{policyType=}"
        {"policyName": "SC-G"}
        {"policyType": 7, "policyName": "SC-G"}
        {"policyType": "TeamsSharedCallingRoutingPolicy", "policyName": 7}
        """)
    void a_direct_grant_and_a_policy_in_effect(String odd) {
        for (var list :
                List.of("\"policyGrants\": [{\"policyType\": \"TenantDialPlan\", \"policyName\": \"US\"}, %s]", """
                    "effectivePolicyAssignments": [{"policyType": "TenantDialPlan",
                      "policyAssignment": {"displayName": "US", "assignmentType": "direct"}}, %s]
                    """)) {
            var read = Fabrikam.read(
                    "{\"users\": [{\"id\": \"u\", \"userPrincipalName\": \"u\", %s}],".formatted(list.formatted(odd))
                            + " \"groupPolicyAssignments\": []}");
            assertThat(policy(read, PolicyKind.DIAL_PLAN)).contains("US");
            assertThat(policy(read, PolicyKind.SHARED_CALLING)).isEmpty();
            assertThat(read.unusable()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                                                          | true
        [{"policyType": "TenantDialPlan"}]                                          | true
        [{"policyType": "TeamsSharedCallingRoutingPolicy", "policyName": null}]     | false
        [{"policyType": "TeamsSharedCallingRoutingPolicy"}]                         | false
        [{"policyName": "SC"}]                                                      | false
        null                                                                        | false
        """)
    void a_policy_of_a_single_line(String grants, boolean none) {
        var line = Fabrikam.read("""
            {"users": [{"id": "u", "userPrincipalName": "u",
              "telephoneNumbers": [{"telephoneNumber": "+14255550100", "policyGrants": %s}]}]}
            """.formatted(grants))
                .user(new UserId("u"))
                .orElseThrow()
                .lines()
                .known()
                .orElseThrow()
                .getFirst();
        assertThat(line.sharedCalling().known()).isEqualTo(none ? Optional.of(Optional.empty()) : Optional.empty());
    }

    /** The first of three lines has a policy of its own, the second none; the third says itself what it has. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        {"TelephoneNumber": "14255550109", "PolicyType": "TeamsSharedCallingRoutingPolicy", "PolicyName": "Tag:X"} | none | -
        {"TelephoneNumber": "reception", "PolicyType": "TenantDialPlan", "PolicyName": 7}                         | none | -
        null                                                                                                      | -    | /1: an object was expected, found null
        {"PolicyType": "TeamsSharedCallingRoutingPolicy", "PolicyName": "X"}                                      | -    | /1/telephoneNumber: a text was expected, found nothing
        {"TelephoneNumber": "reception", "PolicyName": "X"}                                                       | -    | /1/policyType: a text was expected, found nothing
        {"TelephoneNumber": "+14255550102", "PolicyType": "TeamsSharedCallingRoutingPolicy", "PolicyName": 7}     | -    | /1/PolicyName: a text was expected, found 7
        {"TelephoneNumber": "+14255550102", "PolicyType": null, "PolicyName": "X"}                                | -    | -
        """)
    void a_policy_of_a_single_number(String odd, String second, String complaint) {
        var read = Fabrikam.read("""
            {"users": [{"id": "u", "userPrincipalName": "u", "telephoneNumbers": [
                {"telephoneNumber": "+14255550101"}, {"telephoneNumber": "+14255550102"},
                {"telephoneNumber": "+14255550103", "policyGrants": []}]}],
             "phoneNumberPolicyAssignments": [
               {"TelephoneNumber": "14255550101", "PolicyType": "TeamsSharedCallingRoutingPolicy", "PolicyName": "Tag:A"},
               %s]}
            """.formatted(odd));
        var lines = new FileTenant(read, Clock.systemUTC())
                .ports()
                .voiceUsers()
                .read(new UserId("u"))
                .orElseThrow()
                .lines()
                .known()
                .orElseThrow();
        assertThat(lines)
                .extracting(line -> line.sharedCalling()
                        .known()
                        .map(own -> own.map(PolicyName::value).orElse("none"))
                        .orElse(null))
                .containsExactly("A", second, "none");
        if (complaint != null) {
            assertThat(read.unusable().getFirst()).startsWith("/phoneNumberPolicyAssignments" + complaint);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        7                 | a text was expected, found 7
        true              | a text was expected, found true
        {"name": "Ada"}   | a text was expected, found {"name":"Ada"}
        """)
    void a_member_of_a_group(String odd, String complaint) {
        var content = read("""
            "groups": [{"id": "g", "members": ["u", %s]}],
            "groupPolicyAssignments": [
              {"groupId": "g", "policyType": "TenantDialPlan", "policyName": "US", "rank": 1}]
            """.formatted(odd));
        assertThat(policy(content, PolicyKind.DIAL_PLAN)).contains("US");
        assertThat(new FileTenant(content, Clock.systemUTC())
                        .ports()
                        .directory()
                        .groupsOf(new UserId("u")))
                .containsExactly(new GroupId("g"));
        assertThat(content.unusable()).singleElement().asString().contains(complaint);
    }

    private static TenantContent read(String sections) {
        return Fabrikam.read(
                "{\"users\": [{\"id\": \"u\", \"userPrincipalName\": \"u@x.example\", \"accountEnabled\": true, \"policyGrants\": []}], %s}"
                        .formatted(sections));
    }

    private static Tenant tenant(TenantContent content) {
        return new FileTenant(content, Clock.systemUTC())
                .ports()
                .reader(Clock.systemUTC(), Duration.ofHours(1))
                .tenant()
                .tenant();
    }
}
