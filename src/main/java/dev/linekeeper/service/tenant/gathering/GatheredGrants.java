package dev.linekeeper.service.tenant.gathering;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Change.PolicyChange;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.gathering.Gathering.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Grants of many people in few calls: of one kind each, so that a Shared Calling policy goes with nothing but its like, and
 * nobody twice in one. A call that is refused may be so for one of its people: then each is asked for alone. After any other
 * failure nobody knows what was done, and everybody is told of it.
 */
final class GatheredGrants implements PolicyGrants {
    private final RunsInFlight runs;
    private final PolicyGrants grants;
    private final Gathering<KeyedChange, WriteReceipt> gathering;

    private record KeyedChange(ChangeKey key, PolicyChange change) {}

    /** What may go in one call. */
    private record Sort(PolicyKind kind, boolean grants) {}

    GatheredGrants(RunsInFlight runs, PolicyGrants grants) {
        this.runs = runs;
        this.grants = grants;
        // Calls need not wait for one another: the limiter spaces them.
        this.gathering = new Gathering<>(runs, Duration.ZERO, this::round);
    }

    @Override
    public String source() {
        return grants.source();
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        return write(new KeyedChange(key, new Change.GrantPolicy(person, kind, policy)));
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        return write(new KeyedChange(key, new Change.RevokePolicy(person, kind)));
    }

    private WriteReceipt write(KeyedChange asked) {
        return runs.many() && grants.atOnce(asked.change().kind()) > 1 ? gathering.ask(asked) : alone(asked);
    }

    private WriteReceipt alone(KeyedChange asked) {
        PolicyChange change = asked.change();
        return change.granted()
                .map(policy -> grants.grant(change.person(), change.kind(), policy, asked.key()))
                .orElseGet(() -> grants.revoke(change.person(), change.kind(), asked.key()));
    }

    private void round(List<Question<KeyedChange, WriteReceipt>> questions) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            questions.stream()
                    .collect(Collectors.groupingBy(GatheredGrants::sort))
                    .forEach((sort, alike) -> calls(alike, grants.atOnce(sort.kind()))
                            .forEach(call -> threads.execute(() -> send(call))));
        }
    }

    private static Sort sort(Question<KeyedChange, WriteReceipt> question) {
        PolicyChange change = question.asked().change();
        return new Sort(change.kind(), change.granted().isPresent());
    }

    private static List<Map<UserId, Question<KeyedChange, WriteReceipt>>> calls(
            List<Question<KeyedChange, WriteReceipt>> questions, int atOnce) {
        List<Map<UserId, Question<KeyedChange, WriteReceipt>>> calls = new ArrayList<>();
        for (var question : questions) {
            UserId person = question.asked().change().person();
            calls.stream()
                    .filter(call -> call.size() < atOnce && !call.containsKey(person))
                    .findFirst()
                    .orElseGet(() -> {
                        calls.add(new LinkedHashMap<>());
                        return calls.getLast();
                    })
                    .put(person, question);
        }
        return calls;
    }

    private void send(Map<UserId, Question<KeyedChange, WriteReceipt>> call) {
        var questions = List.copyOf(call.values());
        if (questions.size() > 1) {
            try {
                WriteReceipt receipt = grants.writeTogether(questions.stream()
                        .map(Question::asked)
                        .collect(Collectors.toMap(KeyedChange::key, KeyedChange::change)));
                questions.forEach(question -> question.answer().complete(receipt));
                return;
            } catch (RuntimeException | Error failure) {
                if (!(failure instanceof BackendFailure refusal) || refusal.worthRetrying()) {
                    questions.forEach(question -> question.answer().completeExceptionally(failure));
                    return;
                }
            }
        }
        Gathering.answerAlone(questions, this::alone);
    }
}
