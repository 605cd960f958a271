package dev.linekeeper.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TallyTest {
    /** All labels there are. Whoever adds one thinks of whom it names: people, requests and texts are none. */
    private static final Set<String> LABELS = Set.of(
            "command",
            "outcome",
            "language",
            "surface",
            "operation",
            "kind",
            "queue",
            "state",
            "scope",
            "why",
            "certificate",
            "source");

    @Test
    void however_many_labels_come_their_number_is_bounded_and_nothing_is_lost() {
        var tally = new Tally(Metric.REFUSED).known("no-token");
        for (int each = 0; each < 5_000; each++) {
            tally.add("made-up-" + each);
        }
        List<Measurement> counted = tally.measurements().toList();
        assertThat(counted).hasSizeLessThanOrEqualTo(501).contains(Metric.REFUSED.of(0, "no-token"));
        assertThat(counted.stream().mapToDouble(Measurement::value).sum()).isEqualTo(5_000);
    }

    @Test
    void no_label_is_for_a_person_a_request_or_a_text() {
        assertThat(Arrays.stream(Metric.values())
                        .flatMap(metric -> metric.labels().stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(LABELS);
    }

    @Test
    void a_value_with_other_labels_than_its_metric_is_a_mistake() {
        assertThatThrownBy(() -> Metric.REFUSED.of(1)).hasMessageContaining("why");
    }

    @Test
    void a_source_that_cannot_be_read_is_said_and_the_others_are_read() {
        var board = new MetricBoard(List.of(
                source("store", () -> {
                    throw new IllegalStateException("gone");
                }),
                source("chat", () -> List.of(Metric.TURNS_FAILED.of(2, "failed")))));
        assertThat(board.read())
                .containsExactly(
                        Metric.READ.of(0, "store"), Metric.TURNS_FAILED.of(2, "failed"), Metric.READ.of(1, "chat"));
    }

    private static MetricSource source(String name, Supplier<List<Measurement>> read) {
        return new MetricSource() {
            @Override
            public String source() {
                return name;
            }

            @Override
            public List<Measurement> measurements() {
                return read.get();
            }
        };
    }
}
