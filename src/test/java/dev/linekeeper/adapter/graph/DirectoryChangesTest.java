package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.graph.Canned.CannedAnswer;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.watch.DirectoryChanges;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.state.Fabrikam;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Delta query through the real SDK: over the simulator, and over the answers of Microsoft's own page. */
class DirectoryChangesTest {
    private final EmulatedGraph emulated = new EmulatedGraph();
    private final FaultSwitches switches = new FaultSwitches(emulated.faults, emulated.model);

    @AfterEach
    void close() {
        emulated.close();
    }

    private DirectoryChanges changes() {
        return GraphDirectoryChanges.of(
                GraphClients.connect(emulated.baseUrl(), EmulatedGraph.TOKEN, Throttles.in(emulated.time)));
    }

    private void happens(String change) {
        switches.add(change.replace('\'', '"'));
    }

    @Test
    void whoever_was_changed_moved_or_deleted_is_named_and_nobody_else() {
        var first = changes().since(Optional.empty());
        assertThat(first.anew()).isTrue();
        assertThat(first.people())
                .as("everybody is known by a reading of everybody")
                .isEmpty();
        assertThat(emulated.seen.getFirst().target()).contains("/users/delta()").contains("accountEnabled");

        happens("{'kind':'account','person':'%s','enabled':false}".formatted(Fabrikam.ADA));
        happens("{'kind':'moved','person':'%s','department':'Night shift'}".formatted(Fabrikam.BEN));
        happens("{'kind':'deleted-account','person':'%s'}".formatted(Fabrikam.CLEO));
        var second = changes().since(Optional.of(first.link()));
        assertThat(second.anew()).isFalse();
        assertThat(second.people()).containsExactlyInAnyOrder(Fabrikam.ADA, Fabrikam.BEN, Fabrikam.CLEO);
        assertThat(emulated.last().answer())
                .contains("@removed", "\"accountEnabled\":false")
                .doesNotContain("displayName");

        var third = changes().since(Optional.of(second.link()));
        assertThat(third.people()).isEmpty();
    }

    @Test
    void a_link_that_is_forgotten_begins_anew() {
        var first = changes().since(Optional.empty());
        happens("{'kind':'gone','path':'/users/delta'}");
        var second = changes().since(Optional.of(first.link()));
        assertThat(second.anew()).isTrue();
        assertThat(changes().since(Optional.of(second.link())).anew()).isFalse();
    }

    /** The simulator's port is another one after each start; a tenant's host, once the cloud is set anew. */
    @Test
    void a_link_of_another_host_begins_anew_and_is_not_asked() {
        assertThat(changes().since(Optional.of("http://127.0.0.1:1/v1.0/users/delta?$deltatoken=1")))
                .satisfies(round -> assertThat(round.anew()).isTrue())
                .satisfies(round -> assertThat(round.link()).doesNotContain("127.0.0.1:1/"));
    }

    @Test
    void a_round_that_breaks_off_is_none() {
        var first = changes().since(Optional.empty());
        happens("{'kind':'broken','path':'/users/delta','times':0}");
        assertThatThrownBy(() -> changes().since(Optional.of(first.link())))
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT));
    }

    /** <a href="https://learn.microsoft.com/graph/delta-query-users">The page's</a> three answers, on this host. */
    @Test
    void the_documented_answers_are_followed_to_their_delta_link() {
        var pages = List.of("""
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users(displayName,givenName,surname)",
             "@odata.nextLink":"HERE/users/delta?$skiptoken=oEBwdSP6",
             "value":[
               {"displayName":"Cameron White","givenName":"Cameron","surname":"White","id":"ffff7b1a-13b6-477b-8c0c-380905cd99f7"},
               {"id":"86462606-fde0-4fc4-9e0c-a20eb73e54c6","@removed":{"reason":"deleted"}},
               {"displayName":"Conf Room Adams","id":"6ea91a8d-e32e-41a1-b7bd-d2d185eed0e0"}]}\
            """, """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users",
             "@odata.nextLink":"HERE/users/delta?$skiptoken=pqwSUjGY","value":[]}\
            """, """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users",
             "@odata.deltaLink":"HERE/users/delta?$deltatoken=oEcOySpF",
             "value":[{"displayName":"Cameron White","id":"ffff7b1a-13b6-477b-8c0c-380905cd99f7"}]}\
            """);
        var asked = new AtomicInteger();
        var here = new AtomicReference<>("");
        try (var service = new Canned(
                _ -> CannedAnswer.json(pages.get(asked.getAndIncrement()).replace("HERE", here.get())))) {
            here.set(service.baseUrl().toString());
            var round = GraphDirectoryChanges.of(service.graph())
                    .since(Optional.of(service.baseUrl() + "/users/delta?$deltatoken=before"));
            assertThat(round.people())
                    .containsExactlyInAnyOrder(
                            new UserId("ffff7b1a-13b6-477b-8c0c-380905cd99f7"),
                            new UserId("86462606-fde0-4fc4-9e0c-a20eb73e54c6"),
                            new UserId("6ea91a8d-e32e-41a1-b7bd-d2d185eed0e0"));
            assertThat(round.link()).isEqualTo(service.baseUrl() + "/users/delta?$deltatoken=oEcOySpF");
            assertThat(service.asked).hasSize(3).last().asString().contains("$skiptoken=pqwSUjGY");
        }
    }

    @Test
    void a_link_to_another_host_is_never_followed_with_our_token() {
        try (var service = new Canned(
                200,
                "application/json",
                "{\"@odata.nextLink\":\"https://elsewhere.example/users/delta?$skiptoken=1\",\"value\":[]}")) {
            assertThatThrownBy(() -> GraphDirectoryChanges.of(service.graph()).since(Optional.empty()))
                    .hasMessageContaining("another host");
            assertThat(service.asked).hasSize(1);
        }
    }
}
