package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.EmergencyLocation.Validation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFileTest {
    private final TenantContent fabrikam = Fabrikam.content();

    @Test
    void the_tenant_itself_is_read() {
        assertThat(fabrikam.displayName()).contains("Fabrikam");
        assertThat(fabrikam.cloud()).contains(Cloud.GCC);
        assertThat(fabrikam.freeResourceAccountLicences()).contains(2);
        assertThat(fabrikam.powerShellModule()).contains("7.9.0");
    }

    @Test
    void a_person_has_lines_of_every_category_and_grants_by_kind() {
        var cleo = fabrikam.user(Fabrikam.CLEO).orElseThrow();
        assertThat(cleo.lines().known().orElseThrow())
                .extracting(Line::category)
                .containsExactly(Line.Category.PRIMARY, Line.Category.ALTERNATE, Line.Category.PRIVATE);
        assertThat(cleo.lines().known().orElseThrow().get(1).sharedCalling().known())
                .contains(Optional.of(new PolicyName("SC-SEA")));
        assertThat(cleo.grants().known().orElseThrow())
                .containsExactlyEntriesOf(Map.of(PolicyKind.DIAL_PLAN, new PolicyName("extensions")));
    }

    @Test
    void a_member_that_is_not_there_is_a_missing_fact_that_names_its_place() {
        var fay = fabrikam.user(Fabrikam.FAY).orElseThrow();
        assertThat(fay.voiceOn())
                .isEqualTo(Fact.missing("/users/5/isEnterpriseVoiceEnabled is not in the tenant file"));
        assertThat(fay.entry().plans()).isInstanceOf(Fact.Missing.class);
        assertThat(fay.entry().displayName()).isEqualTo("fay@fabrikam.example");
    }

    @Test
    void a_number_has_a_place_only_when_its_location_is_not_the_zero_id() {
        assertThat(number("+14255550110").location().known()).contains(Optional.empty());
        assertThat(number("+14255550110").locationUpdateSupported()).isFalse();
        assertThat(number("+14255550100").sharedCallingSupported().known()).contains(true);
        assertThat(number("+14255550171").heldByPolicy()).contains(new PolicyName("SC-SEA"));
        assertThat(number("+493023125199").portInStatus()).contains("requested");
        assertThat(number("+493023125199").source()).isEqualTo(TelephoneNumber.NumberSource.ON_PREMISES);
    }

    @Test
    void an_attendant_knows_whom_it_can_find() {
        var seattle = fabrikam.autoAttendants().orElseThrow().getFirst();
        assertThat(seattle.directorySearch().known()).contains(DirectorySearch.BY_EXTENSION);
        assertThat(seattle.included().known().orElseThrow())
                .containsExactly(new GroupId(Fabrikam.user(301).value()));
        assertThat(seattle.excluded().known().orElseThrow())
                .containsExactly(new GroupId(Fabrikam.user(302).value()));
        assertThat(fabrikam.autoAttendants().orElseThrow().get(1).operator().known())
                .contains(Optional.empty());
    }

    @Test
    void an_emergency_calling_policy_says_who_is_told() {
        var policy = (Policy.EmergencyCalling)
                fabrikam.policies().get(PolicyKind.EMERGENCY_CALLING).get(PolicyName.GLOBAL);
        assertThat(policy.notified()).containsExactly("desk@fabrikam.example", "guard@fabrikam.example");
        assertThat(policy.dialOut()).contains("+14255550123");
        assertThat(policy.extended())
                .containsExactly(new Policy.ExtendedNotification("933", List.of("nobody@fabrikam.example")));
    }

    @Test
    void a_location_is_one_line() {
        assertThat(fabrikam.locations().orElseThrow().values())
                .extracting(place -> place.address())
                .containsExactly("12 A N Harbor Ave, Seattle, WA 98101, US", "Berlin, DE");
        assertThat(fabrikam.locations().orElseThrow().values())
                .extracting(place -> place.validation())
                .containsExactly(Validation.VALIDATED, Validation.NOT_VALIDATED);
    }

    @Test
    void an_absent_section_is_not_an_empty_one() {
        var bare = Fabrikam.read("{\"users\": [], \"groups\": null}");
        assertThat(bare.users()).contains(Map.of());
        assertThat(bare.groups()).isEmpty();
        assertThat(bare.numbers()).isEmpty();
        assertThat(bare.policies()).isEmpty();
    }

    @Test
    void members_nobody_knows_are_skipped_wherever_they_stand() {
        assertThat(Fabrikam.read("{\"later\": {\"a\": [1, {\"b\": null}]}, \"displayName\": \"X\"}")
                        .displayName())
                .contains("X");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                            | an object with the sections of a tenant was expected
        {"value": [], "@odata.context": "x"}          | sections of a tenant such as users were expected, found value, @odata.context
        {"users": {}}                                 | /users: a list was expected, found {}
        {"users": [3]}                                | /users/0: an object was expected, found 3
        {"users": [{"userPrincipalName": "a"}]}       | /users/0/id: a text was expected, found nothing
        {"users": {"value": [{"UserPrincipalName": "a", "Identity": null}]}} | /users/value/0/Identity: a text was expected, found null
        {"users": [{"id": 7}]}                        | /users/0/id: a text was expected, found 7
        {"Users": [{"id": "1"}]}                      | /Users/0/userPrincipalName: a text was expected, found nothing
        {"users": [{"id": "1", "userPrincipalName": "a"}, {"id": "1", "userPrincipalName": "b"}]} | /users/1/id: a value no other entry has was expected, found "1"
        {"users": [{"id": "1", "userPrincipalName": "a"}, {"ObjectId": "1", "userPrincipalName": "b"}]} | /users/1/ObjectId: a value no other entry has was expected, found "1"
        {"users": [{"id": "1", "userPrincipalName": "a"}, {"id": "2", "userPrincipalName": "A"}]} | /users/1/userPrincipalName: a name nobody else has was expected, found "A"
        {"policies": {"OnlineVoiceRoutingPolicy": [{"Identity": "A"}, {"Identity": "Tag:a"}]}} | /policies/OnlineVoiceRoutingPolicy/1/Identity: a value no other entry has was expected, found "Tag:a"
        """)
    void a_fault_names_its_place_and_what_was_expected(String json, String complaint) {
        assertThatThrownBy(() -> Fabrikam.read(json))
                .isInstanceOf(UnreadableTenantFile.class)
                .hasMessage("fabrikam.json: " + complaint);
    }

    @Test
    void text_that_is_not_json_is_refused_with_its_line() {
        assertThatThrownBy(() -> Fabrikam.read("{\n \"users\": [\n  oops"))
                .hasMessageStartingWith("fabrikam.json is not JSON: line 3, column ");
        assertThatThrownBy(() -> Fabrikam.read(Fabrikam.text().substring(0, 2000)))
                .hasMessageStartingWith("fabrikam.json is not JSON: line ");
        assertThatThrownBy(() -> Fabrikam.read("{\"displayName\": \"a\", \"displayName\": \"b\"}"))
                .hasMessageContaining("Duplicate");
        assertThatThrownBy(() -> Fabrikam.read("{\"users\": " + "[".repeat(5_000)))
                .isInstanceOf(UnreadableTenantFile.class)
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> Fabrikam.read("{} {}")).hasMessageContaining("after the closing brace");
        assertThatThrownBy(() -> Fabrikam.read("")).isInstanceOf(UnreadableTenantFile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void every_encoding_of_powershell_is_read_with_and_without_its_mark(String encoding) {
        var charset = Charset.forName(encoding);
        for (var mark : List.of("", "\uFEFF")) {
            var file = (mark + Fabrikam.text()).getBytes(charset);
            assertThat(new ConfiguredFile("x", file).read())
                    .usingRecursiveComparison()
                    .isEqualTo(fabrikam);
            assertThat(TenantFile.inOneShape(file)).isEqualTo(TenantFile.inOneShape(Fabrikam.file()));
        }
    }

    @Test
    void a_missing_file_and_a_directory_are_said_to_be_so(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> TenantFile.read(folder))
                .hasMessageEndingWith("is a directory, a tenant file was expected");
        assertThatThrownBy(() -> TenantFile.read(folder.resolve("none.json")))
                .isInstanceOf(BackendFailure.class)
                .hasMessageEndingWith("none.json does not exist");
        var file = Files.writeString(folder.resolve("ok.json"), Fabrikam.text());
        assertThat(TenantFile.read(file)).usingRecursiveComparison().isEqualTo(fabrikam);
    }

    private TelephoneNumber number(String written) {
        return fabrikam.number(PhoneNumber.of(written)).orElseThrow();
    }
}
