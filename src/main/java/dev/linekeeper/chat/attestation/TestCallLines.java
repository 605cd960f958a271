package dev.linekeeper.chat.attestation;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallReport;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.attestation.TestCallStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how the last test calls went and how long ago that is, and nothing more. */
public record TestCallLines(TestCallStore store, DisplayNames names, Clock clock) {
    private static final int SHOWN = 3;

    /** The sentence with the last result of each place behind it, what did not work first. */
    Explanation with(Explanation said, PolicyName policy) {
        return last(policy).stream()
                .map(call -> result(call, call.said().orElseThrow()))
                .reduce(said, (before, next) -> Explanation.of("chat.test-call.and", before, next));
    }

    private List<TestCallTask> last(PolicyName policy) {
        return store.of(policy).stream()
                .filter(call -> call.said().isPresent())
                .collect(Collectors.toMap(TestCallTask::place, call -> call, (newest, _) -> newest))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (TestCallTask call) -> call.said().orElseThrow().outcome())
                        .thenComparing(TestCallTask::place))
                .limit(SHOWN)
                .toList();
    }

    Explanation result(TestCallTask call, TestCallReport said) {
        long days = Duration.between(said.at(), clock.instant()).toDays();
        return Explanation.of(
                "chat.test-call." + said.outcome(),
                where(call),
                Explanation.of("chat.test-call.age", days),
                RequestCards.name(names.of(said.by())));
    }

    static Explanation where(TestCallTask call) {
        return Optional.of(call.place())
                .filter(place -> !place.isEmpty())
                .map(place -> Explanation.of("chat.test-call.at", call.policy(), place))
                .orElseGet(() -> Explanation.of("chat.name", call.policy().value()));
    }
}
