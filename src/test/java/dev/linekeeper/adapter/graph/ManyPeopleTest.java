package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Change.PolicyChange;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.graph.RecordedCall;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many calls many people take of Graph, in a tenant whose list has three pages. */
class ManyPeopleTest {
    private static final int PEOPLE = 2_400;
    private static final String LIST = "/admin/teams/userConfigurations";

    private final EmulatedGraph graph = new EmulatedGraph(large(), Delays.AT_ONCE, Set.of());

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void many_people_are_read_from_the_list_and_every_page_is_asked_for_in_the_same_way() {
        var people = people(0, 100);
        people.add(person(PEOPLE - 1));
        assertThat(graph.voiceUsers.readMany(people)).containsOnlyKeys(people);
        assertThat(targets()).hasSize(3).allMatch(target -> target.contains(LIST + "?"));
        assertThat(graph.seen)
                .allSatisfy(call -> assertThat(call.headers()).containsEntry("prefer", "include-unknown-enum-members"));
    }

    @Test
    void the_list_is_read_no_further_than_the_last_of_them() {
        assertThat(graph.voiceUsers.readMany(people(0, 40))).hasSize(40);
        assertThat(targets()).hasSize(1);
    }

    @Test
    void a_list_that_takes_more_calls_than_there_are_people_is_left_and_not_tried_again() {
        var few = Set.of(person(PEOPLE - 2), person(PEOPLE - 1));
        assertThat(graph.voiceUsers.readMany(few)).isEmpty();
        assertThat(targets()).hasSize(1);
        assertThat(graph.voiceUsers.readMany(few)).isEmpty();
        assertThat(targets()).hasSize(1);
        var more = people(PEOPLE - 10, PEOPLE);
        assertThat(graph.voiceUsers.readMany(more)).containsOnlyKeys(more);
    }

    @Test
    void of_a_list_with_a_page_that_fails_those_before_it_were_read() {
        graph.faults.set(LIST, new Fault.Slow(Duration.ZERO), 1);
        graph.faults.set(LIST, new Fault.Broken(503, Optional.empty()), 2);
        var people = Set.of(person(1), person(2), person(3), person(4), person(PEOPLE - 1));
        assertThat(graph.voiceUsers.readMany(people)).containsOnlyKeys(person(1), person(2), person(3), person(4));
    }

    @Test
    void a_list_that_is_refused_is_not_asked_for_again() {
        graph.faults.set(LIST, new Fault.NotSupported("TeamsAdminGateway"), 0);
        assertThat(graph.voiceUsers.readMany(people(0, 40))).isEmpty();
        assertThat(graph.voiceUsers.readMany(people(0, 40))).isEmpty();
        assertThat(targets()).hasSize(1);
    }

    @Test
    void people_are_found_by_their_ids_fifteen_a_call() {
        var people = people(100, 140);
        people.add(new UserId("0e2d4c1a-aaaa-4bbb-8ccc-00000000dead"));
        assertThat(graph.directory.findMany(people)).containsOnlyKeys(people(100, 140));
        assertThat(targets()).hasSize(3);
    }

    @Test
    void twenty_policies_go_in_one_call_and_one_more_is_refused() {
        graph.policyGrants.writeTogether(grants(20));
        assertThat(targets()).filteredOn(target -> target.contains("assign")).hasSize(1);
        assertThatExceptionOfType(BackendFailure.class)
                .isThrownBy(() -> graph.policyGrants.writeTogether(grants(21)))
                .matches(failure -> !failure.worthRetrying());
        assertThat(graph.policyGrants.atOnce(PolicyKind.SHARED_CALLING)).isEqualTo(20);
    }

    private static Map<ChangeKey, PolicyChange> grants(int many) {
        return IntStream.range(0, many)
                .boxed()
                .collect(Collectors.toMap(
                        each -> new ChangeKey("SC-" + each, 1),
                        each -> new Change.GrantPolicy(
                                person(each), PolicyKind.SHARED_CALLING, new PolicyName("SC-SEA"))));
    }

    private List<String> targets() {
        return graph.seen.stream().map(RecordedCall::target).toList();
    }

    private static Set<UserId> people(int from, int to) {
        return IntStream.range(from, to).mapToObj(ManyPeopleTest::person).collect(Collectors.toSet());
    }

    private static UserId person(int number) {
        return new UserId("00000000-0000-4000-9000-%012d".formatted(number));
    }

    private static SimulatedTenant large() {
        var file = WireJson.parse(Fabrikam.text());
        var ben = Fabrikam.model().state().user(Fabrikam.BEN).orElseThrow();
        for (int each = 0; each < PEOPLE; each++) {
            file.withArrayProperty("users")
                    .add(ben.deepCopy()
                            .put("id", person(each).value())
                            .put("userPrincipalName", "many%d@fabrikam.example".formatted(each)));
        }
        return Fabrikam.model(file.toString());
    }
}
