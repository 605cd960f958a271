package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.graph.Canned.CannedAnswer;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.NumberInventory.NumberList;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One odd member costs that member: not the person, not the page, not the tenant. */
class OddAnswersTest {
    private static final String NUMBER = """
        {"id":"n1","telephoneNumber":"+493023125100","numberType":"directRouting","activationState":"activated",
         "capabilities":["userAssignment"],"assignmentStatus":"unassigned","isoCountryCode":"DE"}\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"odd\",\"telephoneNumber\":\"extension 12\"}",
                "{\"id\":\"odd\",\"telephoneNumber\":null}",
                "{\"id\":\"odd\",\"telephoneNumber\":{\"display\":\"+1\"}}",
                "{\"id\":\"odd\"}",
                "{}",
                "null",
                "\"+14255550100\"",
                "[]"
            })
    void a_record_that_is_no_number_is_named_and_the_rest_is_kept(String odd) {
        NumberList list = numbers("[%s,%s,%s]".formatted(NUMBER, odd, NUMBER.replace("100", "101")));
        assertThat(list.numbers())
                .extracting(TelephoneNumber::number)
                .containsExactly(PhoneNumber.of("+493023125100"), PhoneNumber.of("+493023125101"));
        assertThat(list.unread()).singleElement().asString().isNotBlank();
        if (odd.contains("odd")) {
            assertThat(list.unread().getFirst()).matches("odd|extension 12|.*display.*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "\"Germany\"", "{\"iso\":\"DE\"}", "49", "[\"DE\",\"AT\"]"})
    void a_number_without_a_country_is_a_number_of_unknown_country(String country) {
        NumberList list = numbers("[%s]".formatted(NUMBER.replace("\"DE\"", country)));
        assertThat(list.unread()).isEmpty();
        assertThat(list.numbers()).singleElement().satisfies(number -> {
            assertThat(number.number()).isEqualTo(PhoneNumber.of("+493023125100"));
            assertThat(number.country()).isInstanceOf(Fact.Missing.class);
        });
    }

    @Test
    void a_country_of_two_letters_is_known_in_whatever_case() {
        assertThat(numbers("[%s]".formatted(NUMBER.replace("DE", "de")))
                        .numbers()
                        .getFirst()
                        .country()
                        .known())
                .contains(Optional.of(new Country("DE")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null                                                 | false |
        ""                                                   | false |
        "0000000f-0000-4000-8000-00000000000f"               | true  |
        "TeamsSharedCallingRoutingPolicy!Tag:SC-SEA"         | true  | SC-SEA
        """)
    void a_target_is_an_id_a_name_or_nothing(String target, boolean present, String policy) {
        var number = numbers("[%s]"
                        .formatted(NUMBER.replace("\"unassigned\"", "\"policyAssigned\"")
                                .replace(
                                        "\"isoCountryCode\"",
                                        "\"assignmentTargetId\":%s,\"isoCountryCode\""
                                                .formatted(target.replace('!', '|')))))
                .numbers()
                .getFirst();
        assertThat(number.target().isPresent()).isEqualTo(present);
        assertThat(number.heldByPolicy()).isEqualTo(Optional.ofNullable(policy).map(PolicyName::new));
    }

    @Test
    void one_object_is_a_list_of_one() {
        assertThat(numbers(NUMBER).numbers()).hasSize(1);
        assertThat(numbers(NUMBER.replace("[\"userAssignment\"]", "\"userAssignment\""))
                        .numbers()
                        .getFirst()
                        .capabilities()
                        .known()
                        .orElseThrow())
                .containsExactly(TelephoneNumber.Capability.USER_ASSIGNMENT);
        var voice = voice("""
            "featureTypes":"Teams","telephoneNumbers":{"telephoneNumber":"+14255550140","assignmentCategory":"primary"},
            "effectivePolicyAssignments":{"policyType":"TeamsSharedCallingRoutingPolicy",
              "policyAssignment":[{"displayName":"SC","assignmentType":"direct"}]}\
            """);
        assertThat(voice.features().known().orElseThrow()).containsExactly("Teams");
        assertThat(voice.lines().known().orElseThrow()).hasSize(1);
        assertThat(voice.policy(PolicyKind.SHARED_CALLING)
                        .map(Assignment::policy)
                        .known())
                .contains(new PolicyName("SC"));
    }

    @Test
    void a_list_may_come_in_a_value_of_its_own_or_bare() {
        assertThat(numbers("{\"value\":[%s]}".formatted(NUMBER)).numbers()).hasSize(1);
        try (var service = Canned.json("[%s]".formatted(NUMBER))) {
            assertThat(service.numbers().all().numbers()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":%s}", "{\"@odata.context\":\"x\",\"value\":[%s]}", "%s", "[%s]"})
    void a_person_is_read_bare_and_wrapped(String wrapping) {
        try (var service = Canned.json(wrapping.formatted("{\"id\":\"1\",\"isEnterpriseVoiceEnabled\":true}"))) {
            assertThat(service.voiceUsers()
                            .read(Fabrikam.ADA)
                            .orElseThrow()
                            .voiceOn()
                            .known())
                    .contains(true);
        }
    }

    @Test
    void a_value_of_another_type_costs_that_value() {
        var voice = voice("""
            "isEnterpriseVoiceEnabled":"True","accountType":7,"featureTypes":["Teams",null,3],"telephoneNumbers":[],
            "createdDateTime":"yesterday","modifiedDateTime":5,"user":"someone","tenantId":{"a":1}\
            """);
        assertThat(voice.voiceOn().known()).contains(true);
        assertThat(voice.accountType().known()).isEmpty();
        assertThat(voice.features().known().orElseThrow()).containsExactly("Teams");
        assertThat(voice.lines().known().orElseThrow()).isEmpty();
        assertThat(voice("\"isEnterpriseVoiceEnabled\":\"perhaps\"").voiceOn().known())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"Global\"", "{\"policyType\":null}"})
    void a_policy_without_its_type_may_be_any_that_is_not_listed(String odd) {
        var voice = voice("""
            "effectivePolicyAssignments":[%s,{"policyType":"TeamsSharedCallingRoutingPolicy",
              "policyAssignment":{"displayName":"SC","assignmentType":"direct"}}]\
            """.formatted(odd));
        assertThat(voice.policy(PolicyKind.SHARED_CALLING).known()).isPresent();
        assertThat(voice.policy(PolicyKind.VOICE_ROUTING)).isInstanceOf(Fact.Missing.class);
    }

    @Test
    void a_policy_without_its_name_is_not_known_and_the_others_are() {
        var voice = voice("""
            "effectivePolicyAssignments":[{"policyType":"TeamsSharedCallingRoutingPolicy","policyAssignment":null}]\
            """);
        assertThat(voice.policy(PolicyKind.SHARED_CALLING)).isInstanceOf(Fact.Missing.class);
        assertThat(voice.policy(PolicyKind.VOICE_ROUTING).known()).isPresent();
        assertThat(voice("\"effectivePolicyAssignments\":null").policies()).isEmpty();
    }

    @Test
    void people_are_listed_although_one_is_odd() {
        var people = new ArrayList<DirectoryEntry>();
        try (var service = Canned.json("""
            {"value":[{"id":"1","userPrincipalName":"a@x.example","usageLocation":"Germany","accountEnabled":"yes",
               "assignedPlans":{"servicePlanId":"57ff2da0-773e-42df-b2af-ffb7a2317929","capabilityStatus":"Enabled",
               "assignedDateTime":"then"},"createdDateTime":"then"},
              {"displayName":"Nobody in particular"},null,
              {"id":"2","displayName":"B","usageLocation":null,"accountEnabled":true,"assignedPlans":[
               {"servicePlanId":"not an id"},{"servicePlanId":"4828c8ec-dc2e-4779-b502-87ac9ce28ab7"}]}]}\
            """)) {
            service.directory().forEach(people::add);
        }
        assertThat(people).extracting(entry -> entry.id().value()).containsExactly("1", "2");
        assertThat(people.getFirst().usageLocation()).isInstanceOf(Fact.Missing.class);
        assertThat(people.getFirst().enabled()).isInstanceOf(Fact.Missing.class);
        assertThat(people.getFirst().plans().known().orElseThrow()).hasSize(1);
        assertThat(people.getLast().usageLocation().known()).contains(Optional.empty());
        assertThat(people.getLast().plans().known().orElseThrow())
                .as("a plan whose id cannot be read may be any")
                .extracting(plan -> plan.mayBe(List.of("f47330e9-c134-43b3-9993-e7f004506889")))
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "completed,",
        "firmOrderCommitmentAccepted,firm order commitment accepted",
        "pending,unknown",
        ",",
        "'',"
    })
    void a_port_in_of_an_unknown_state_is_still_a_port_in(String written, String read) {
        var number = numbers("[%s]"
                        .formatted(NUMBER.replace(
                                "\"isoCountryCode\"",
                                "\"portInStatus\":%s,\"isoCountryCode\""
                                        .formatted(written == null ? "null" : "\"%s\"".formatted(written)))))
                .numbers()
                .getFirst();
        assertThat(number.portInStatus()).isEqualTo(Optional.ofNullable(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"none\"", "7"})
    void a_list_that_is_none_is_a_failure_or_an_unread_record_never_an_empty_tenant(String value) {
        try (var service = Canned.json("{\"value\":%s}".formatted(value))) {
            List<String> unread = List.of();
            try {
                unread = service.numbers().all().unread();
            } catch (BackendFailure failure) {
                assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
                return;
            }
            assertThat(unread).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"skuPartNumber\":\"ODD\",\"servicePlans\":null,\"consumedUnits\":1,\"prepaidUnits\":{\"enabled\":9}}",
                "{\"servicePlans\":[{\"servicePlanId\":\"not an"
                        + " id\"}],\"consumedUnits\":1,\"prepaidUnits\":{\"enabled\":9}}",
                "{\"servicePlans\":[{\"servicePlanId\":\"f47330e9-c134-43b3-9993-e7f004506889\"}],\"consumedUnits\":1}",
                "{\"servicePlans\":[{\"servicePlanId\":\"f47330e9-c134-43b3-9993-e7f004506889\"}],\"prepaidUnits\":{\"enabled\":9}}",
                "{\"servicePlans\":[{\"servicePlanId\":\"f47330e9-c134-43b3-9993-e7f004506889\"}],\"consumedUnits\":1,"
                        + "\"prepaidUnits\":{\"enabled\":\"many\"}}"
            })
    void a_licence_that_may_be_of_resource_accounts_makes_unknown_how_many_are_free(String odd) {
        try (var service =
                Canned.json("{\"value\":[%s,{\"skuPartNumber\":\"E5_GOV\",\"servicePlans\":[]}]}".formatted(odd))) {
            var organisation = new GraphOrganisation(service.graph(), () -> "7", Set::of);
            assertThat(organisation.cloud()).isEqualTo(Cloud.GCC);
            assertThatThrownBy(organisation::freeResourceAccountLicences)
                    .isInstanceOfSatisfying(
                            BackendFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"id\":null}", "{\"id\":\" \"}", "\"a group\""})
    void a_group_without_an_id_makes_unknown_which_groups_somebody_is_in(String odd) {
        try (var service = Canned.json("{\"id\":\"1\",\"value\":[{\"id\":\"g\"},%s]}".formatted(odd))) {
            assertThatThrownBy(() -> service.directory().groupsOf(Fabrikam.ADA))
                    .isInstanceOfSatisfying(
                            BackendFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL));
        }
    }

    @Test
    void packed_answers_are_read_and_a_packed_page_keeps_its_status() throws IOException {
        try (var service = new Canned(_ -> packed(200, "application/json", "{\"value\":[%s]}".formatted(NUMBER)))) {
            assertThat(service.numbers().all().numbers()).hasSize(1);
        }
        try (var service = new Canned(_ -> packed(403, "text/html", "<html>Sign in</html>"))) {
            assertThatThrownBy(() -> service.numbers().all())
                    .isInstanceOfSatisfying(
                            BackendFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED));
        }
    }

    private static NumberList numbers(String value) {
        try (var service = Canned.json("{\"value\":%s}".formatted(value))) {
            return service.numbers().all();
        }
    }

    private static VoiceUser voice(String members) {
        try (var service = Canned.json("{\"id\":\"1\",%s}".formatted(members))) {
            return service.voiceUsers().read(Fabrikam.ADA).orElseThrow();
        }
    }

    private static CannedAnswer packed(int status, String contentType, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return new CannedAnswer(status, contentType, bytes.toByteArray(), "Content-Encoding", "gzip");
    }
}
