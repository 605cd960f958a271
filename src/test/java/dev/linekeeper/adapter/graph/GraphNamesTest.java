package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.Fabrikam;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphNamesTest {
    private final EmulatedGraph graph = new EmulatedGraph();

    @AfterEach
    void close() {
        graph.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@fabrikam.example",
                "ADA.Brandt@Fabrikam.example",
                "o'ada@fabrikam.example",
                "00000001-0000-4000-8000-000000000000"
            })
    void somebody_is_found_by_whatever_they_are_called(String name) {
        assertThat(graph.directory.findNamed(Set.of(name)).values())
                .singleElement()
                .satisfies(found ->
                        assertThat(found).extracting(DirectoryEntry::id).containsExactly(Fabrikam.ADA));
    }

    @Test
    void a_thousand_names_take_a_call_for_fifteen_and_kind_of_name() {
        Set<String> names = IntStream.range(0, 1_000)
                .mapToObj("nobody%d@fabrikam.example"::formatted)
                .collect(Collectors.toSet());
        assertThat(graph.directory.findNamed(names)).isEmpty();
        assertThat(graph.seen).hasSize(3 * 67);
    }

    @Test
    void where_one_call_fails_nobody_is_said_to_be_missing() {
        graph.faults.set("", new Fault.MissingPermission("User.Read.All"), 1);
        assertThatThrownBy(() -> graph.directory.findNamed(Set.of("ada@fabrikam.example")))
                .isInstanceOf(BackendFailure.class);
    }

    @Test
    void the_organisations_domains_are_those_that_are_verified() {
        assertThat(graph.organisation.domains()).containsExactly("fabrikam.example");
    }
}
