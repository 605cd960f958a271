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
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
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

    private static TenantContent read(String sections) {
        return Fabrikam.read(
                "{\"users\": [{\"id\": \"u\", \"userPrincipalName\": \"u@x.example\", \"accountEnabled\": true}], %s}"
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
