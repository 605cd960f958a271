package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every trap of the SDK and of the service that we know of, sprung on purpose. */
class PitfallsTest {
    private static final ChangeKey KEY = new ChangeKey("SC-1042", 1);
    private final EmulatedGraph graph = new EmulatedGraph();

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void a_call_to_another_host_is_not_made_where_the_sdk_would_make_it_without_a_token() {
        try (var elsewhere = Canned.json("{\"value\":[]}")) {
            var ours = GraphClients.connect(graph.baseUrl(), EmulatedGraph.TOKEN, Throttles.in(graph.time));
            var failure = refused(() -> ours.<Object>call(client ->
                    client.users().withUrl(elsewhere.baseUrl() + "/users").get()));
            assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void a_page_on_another_host_is_not_fetched() {
        try (var elsewhere = Canned.json("{\"value\":[]}");
                var service =
                        Canned.json("{\"value\":[],\"@odata.nextLink\":\"%s/users\"}".formatted(elsewhere.baseUrl()))) {
            var directory = new GraphDirectory(service.graph(), Clock.systemUTC());
            assertThat(refused(() -> directory.forEach(_ -> {})).kind()).isEqualTo(FailureKind.PROTOCOL);
            assertThat(elsewhere.asked).isEmpty();
            assertThat(service.asked).singleElement().asString().endsWith("Bearer a-token");
        }
    }

    @Test
    void quotes_in_policy_names_are_doubled() {
        var model = Fabrikam.model(Fabrikam.text().replace("SC-BER", "O'Neil's '7'"));
        try (var irish = new EmulatedGraph(model, Delays.AT_ONCE, Set.of())) {
            var name = new PolicyName("O'Neil's '7'");
            irish.policyGrants.grant(Fabrikam.BEN, PolicyKind.SHARED_CALLING, name, KEY);
            assertThat(irish.seen).anyMatch(seen -> seen.target().contains("O%27%27Neil%27%27s%20%27%277%27%27"));
            assertThat(irish.voiceUsers
                            .read(Fabrikam.BEN)
                            .orElseThrow()
                            .policy(PolicyKind.SHARED_CALLING)
                            .known()
                            .orElseThrow()
                            .policy())
                    .isEqualTo(name);
        }
    }

    @Test
    void json_without_a_content_type_is_read_where_the_sdk_would_say_nothing() {
        graph.faults.set("userConfigurations", new Fault.NoContentType(), 1);
        var user = graph.voiceUsers.read(Fabrikam.ADA).orElseThrow();
        assertThat(user.voiceOn().known()).contains(true);
    }

    @Test
    void an_empty_answer_where_data_is_documented_is_a_failure_not_nothing() {
        try (var service = new Canned(200, "application/json", "")) {
            var numbers = new GraphNumbers(
                    service.graph(), service.graph(), new NumberRecords(Clock.systemUTC()), UnaryOperator.identity());
            assertThat(refused(numbers::all).kind()).isEqualTo(FailureKind.PROTOCOL);
            var voice = new GraphVoiceUsers(service.graph(), Clock.systemUTC());
            assertThat(refused(() -> voice.read(Fabrikam.ADA)).kind()).isEqualTo(FailureKind.PROTOCOL);
        }
    }

    @Test
    void a_wrapped_object_is_read_as_the_documentation_shows_it() {
        var bare = graph.voiceUsers.read(Fabrikam.ADA).orElseThrow();
        graph.faults.set("userConfigurations", new Fault.Wrapped(), 1);
        var wrapped = graph.voiceUsers.read(Fabrikam.ADA).orElseThrow();
        assertThat(wrapped.voiceOn().known()).isEqualTo(bare.voiceOn().known()).contains(true);
        assertThat(wrapped.features().known()).isEqualTo(bare.features().known());
    }

    @Test
    void unknown_members_are_unknown_and_never_a_default() {
        try (var service = Canned.json("""
            {"id":"1","accountType":"hologram","isEnterpriseVoiceEnabled":null,
             "telephoneNumbers":[{"telephoneNumber":"+14255550140","assignmentCategory":"orbital"}],
             "effectivePolicyAssignments":[{"policyType":"TeamsSharedCallingRoutingPolicy",
               "policyAssignment":{"displayName":"SC","assignmentType":"byMoonlight"}}]}\
            """)) {
            var user = new GraphVoiceUsers(service.graph(), Clock.systemUTC())
                    .read(Fabrikam.ADA)
                    .orElseThrow();
            assertThat(user.accountType().known()).isNotEqualTo(Optional.of(AccountType.USER));
            assertThat(user.voiceOn().known()).isEmpty();
            assertThat(user.lines().known()).isEmpty();
            assertThat(user.policy(PolicyKind.SHARED_CALLING).known()).isEmpty();
        }
        try (var service = Canned.json("""
            {"value":[{"telephoneNumber":"+14255550140","numberType":"satellite","assignmentStatus":"beamed",
             "activationState":"dreaming","capabilities":["userAssignment","teleport"]},{"telephoneNumber":"nonsense"}]}\
            """)) {
            var all = new GraphNumbers(
                            service.graph(),
                            service.graph(),
                            new NumberRecords(Clock.systemUTC()),
                            UnaryOperator.identity())
                    .all()
                    .numbers();
            assertThat(all).singleElement().satisfies(number -> {
                assertThat(number.type()).isEqualTo(NumberType.OTHER);
                assertThat(number.status()).isEqualTo(TelephoneNumber.NumberStatus.UNKNOWN);
                assertThat(number.activation()).isEqualTo(TelephoneNumber.Activation.UNKNOWN);
                assertThat(number.capabilities().known().orElseThrow())
                        .containsExactly(TelephoneNumber.Capability.USER_ASSIGNMENT);
            });
        }
    }

    @Test
    void resource_accounts_are_no_people_in_whatever_cloud() {
        var account = """
            {"id":"%s","displayName":"Main line","userPrincipalName":"%s@contoso.example","accountEnabled":false,
             "assignedPlans":[{"servicePlanId":"%s","capabilityStatus":"Enabled"}]}\
            """;
        var person = """
            {"id":"3","displayName":"Ada","userPrincipalName":"ada@contoso.example","accountEnabled":false,
             "assignedPlans":[{"servicePlanId":"db23fce2-a974-42ef-9002-d78dd42a0f22","capabilityStatus":"Enabled"}]}\
            """;
        try (var service = Canned.json("{\"value\":[%s,%s,%s]}"
                .formatted(
                        account.formatted("1", "worldwide", "f47330e9-c134-43b3-9993-e7f004506889"),
                        account.formatted("2", "gcc", "0628a73f-3b4a-4989-bd7b-0f8823144313"),
                        person))) {
            var directory = new GraphDirectory(service.graph(), Clock.systemUTC());
            var everyone = new ArrayList<String>();
            directory.forEach(entry -> everyone.add(entry.displayName()));
            assertThat(everyone).containsExactly("Ada");
            assertThat(directory.search("a", 8))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.displayName()).isEqualTo("Ada"));
        }
    }

    @Test
    void an_html_page_keeps_its_status() {
        // A person and their groups are two calls, made side by side, and each read is tried twice.
        graph.faults.set("/users", new Fault.Html(502), 4);
        var failure = refused(() -> graph.directory.find(Fabrikam.ADA));
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(failure).hasMessageContaining("502");
    }

    @Test
    void errors_within_errors_are_unwrapped() {
        graph.faults.set("assign", new Fault.AccessDenied(), 1);
        var denied = refused(() -> grant("SC-SEA"));
        assertThat(denied.kind()).isEqualTo(FailureKind.DENIED);
        assertThat(denied.code()).isEqualTo("Forbidden");
        assertThat(denied).hasMessage("Access Denied. Provide a different credential.");
        assertThat(denied.requestId()).isNotBlank();
        graph.faults.set("userConfigurations", new Fault.NestedNotFound(), 1);
        assertThat(graph.voiceUsers.read(Fabrikam.ADA)).isEmpty();
    }

    @Test
    void a_missing_permission_is_named() {
        graph.faults.set("", new Fault.MissingPermission("TeamsUserConfiguration.Read.All"), 1);
        var failure = refused(() -> graph.voiceUsers.read(Fabrikam.ADA));
        assertThat(failure.kind()).isEqualTo(FailureKind.DENIED);
        assertThat(failure).hasMessageContaining("TeamsUserConfiguration.Read.All");
    }

    @Test
    void what_the_service_cannot_do_for_apps_is_unsupported() {
        graph.faults.set("numberAssignments", new Fault.NotSupported("TelephoneNumberManagement"), 1);
        assertThat(refused(() -> graph.numbers.find(PhoneNumber.of("+14255550140")))
                        .kind())
                .isEqualTo(FailureKind.UNSUPPORTED);
    }

    @Test
    void a_policy_type_graph_does_not_take_is_unsupported_and_a_name_it_does_not_know_is_invalid() {
        try (var partial = new EmulatedGraph(Fabrikam.model(), Delays.AT_ONCE, Set.of(PolicyKind.SHARED_CALLING))) {
            assertThat(refused(() -> partial.policyGrants.grant(
                                    Fabrikam.BEN, PolicyKind.SHARED_CALLING, new PolicyName("SC-SEA"), KEY))
                            .kind())
                    .isEqualTo(FailureKind.UNSUPPORTED);
        }
        assertThat(refused(() -> grant("No such policy")).kind()).isEqualTo(FailureKind.INVALID);
    }

    @Test
    void a_long_wait_is_told_at_once_instead_of_waited_for() {
        graph.faults.set("", new Fault.Throttled(Duration.ofSeconds(120), false), 1);
        var failure = refused(() -> graph.voiceUsers.read(Fabrikam.ADA));
        assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(120));
        assertThat(graph.seen).hasSize(1);
        assertThat(graph.time.waited()).isZero();
    }

    @Test
    void a_wait_until_some_date_is_understood() {
        graph.faults.set("", new Fault.Throttled(Duration.ofSeconds(120), true), 1);
        assertThat(refused(() -> graph.voiceUsers.read(Fabrikam.ADA))
                        .retryAfter()
                        .orElseThrow())
                .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120));
    }

    @Test
    void while_the_service_wants_to_be_left_alone_nobody_asks_it() {
        graph.faults.set("", new Fault.Throttled(Duration.ofSeconds(120), false), 1);
        refused(() -> graph.voiceUsers.read(Fabrikam.ADA));
        assertThat(refused(() -> graph.numbers.find(PhoneNumber.of("+14255550140")))
                        .retryAfter()
                        .orElseThrow())
                .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(121));
        assertThat(graph.seen).hasSize(1);
    }

    @Test
    void one_surface_that_wants_to_be_left_alone_does_not_stop_another() {
        graph.faults.set("userConfigurations", new Fault.Throttled(Duration.ofSeconds(120), false), 1);
        refused(() -> graph.voiceUsers.read(Fabrikam.ADA));
        assertThat(graph.directory.find(Fabrikam.ADA)).isPresent();
        assertThat(graph.organisation.displayName()).isNotBlank();
    }

    @Test
    void a_short_wait_is_waited_for_once() {
        graph.faults.set("", new Fault.Throttled(Duration.ofSeconds(1), false), 1);
        assertThat(graph.voiceUsers.read(Fabrikam.ADA)).isPresent();
        assertThat(graph.seen).hasSize(2);
        assertThat(graph.time.waited()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1200));
        graph.faults.set("", new Fault.Throttled(Duration.ofSeconds(1), false), 3);
        assertThat(refused(() -> graph.voiceUsers.read(Fabrikam.ADA)).retryAfter())
                .contains(Duration.ofSeconds(1));
        assertThat(graph.seen).hasSize(4);
    }

    @Test
    void a_change_is_sent_once() {
        grant("SC-SEA");
        graph.seen.clear();
        graph.faults.set("", new Fault.Throttled(Duration.ofSeconds(1), false), 1);
        assertThat(refused(() -> grant("SC-SEA")).kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(graph.seen).hasSize(1);
        graph.seen.clear();
        graph.faults.set("userAssignments", new Fault.Dropped(), 1);
        assertThat(refused(() -> grant("SC-SEA")).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(graph.seen).filteredOn(seen -> seen.method().equals("POST")).hasSize(1);
    }

    @Test
    void a_service_that_is_away_is_asked_twice() {
        graph.faults.set("", new Fault.Broken(503, Optional.of(Duration.ofSeconds(1))), 2);
        assertThat(refused(() -> graph.voiceUsers.read(Fabrikam.ADA)).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(graph.seen).hasSize(2);
    }

    @Test
    void a_dropped_connection_is_asked_about_once_more() {
        graph.faults.set("", new Fault.Dropped(), 1);
        assertThat(graph.voiceUsers.read(Fabrikam.ADA)).isPresent();
        graph.faults.set("", new Fault.Dropped(), 2);
        var failure = refused(() -> graph.voiceUsers.read(Fabrikam.ADA));
        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(failure.worthRetrying()).isTrue();
        assertThat(graph.seen).hasSize(4);
    }

    @Test
    void every_call_has_an_id_of_its_own() {
        graph.directory.members(Fabrikam.BACKDROP.group());
        graph.directory.members(Fabrikam.BACKDROP.group());
        assertThat(graph.seen)
                .extracting(seen -> seen.headers().get("client-request-id"))
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void a_number_that_is_where_it_should_be_is_not_written_again() {
        var held = PhoneNumber.of("+14255550140");
        graph.numbers.assign(held, NumberType.CALLING_PLAN, Fabrikam.CLEO, Optional.empty(), Category.PRIMARY, KEY);
        assertThat(graph.seen).allMatch(seen -> seen.method().equals("GET"));
    }

    private void grant(String policy) {
        graph.policyGrants.grant(Fabrikam.BEN, PolicyKind.SHARED_CALLING, new PolicyName(policy), KEY);
    }

    private static BackendFailure refused(ThrowingCallable call) {
        var failure = catchThrowableOfType(BackendFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
