package dev.linekeeper.service.tenant.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change.PolicyChange;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheredGrantsTest {
    private static final PolicyName POLICY = new PolicyName("Seattle");
    private static final int MANY = 45;
    private static final int MOST = 20;

    private final RunsInFlight runs = new RunsInFlight();
    private final Calls calls = new Calls();
    private final PolicyGrants grants = new GatheredGrants(runs, calls);

    @Test
    void with_one_run_in_flight_each_is_granted_alone() {
        runs.counted(() -> grants.grant(person(1), PolicyKind.SHARED_CALLING, POLICY, key(1)));
        assertThat(calls.alone).containsExactly(key(1));
        assertThat(calls.together).isEmpty();
    }

    @Test
    void what_many_grant_at_the_same_time_goes_out_in_full_calls_and_everybody_is_told() throws InterruptedException {
        assertThat(new TogetherInFlight(runs).ask(MANY, this::grant))
                .hasSize(MANY)
                .allMatch(WriteReceipt.AcceptedWrite.class::isInstance);
        assertThat(calls.together).extracting(Map::size).containsExactlyInAnyOrder(MOST, MOST, MANY - 2 * MOST);
        assertThat(calls.alone).isEmpty();
        assertThat(sent()).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void a_call_has_one_kind_of_policy_and_grants_or_revokes() throws InterruptedException {
        new TogetherInFlight(runs).ask(MANY, each -> switch (each % 3) {
            case 0 -> grant(each);
            case 1 -> grants.grant(person(each), PolicyKind.VOICE_ROUTING, POLICY, key(each));
            default -> grants.revoke(person(each), PolicyKind.SHARED_CALLING, key(each));
        });
        assertThat(calls.together)
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.values().stream()
                                .map(change -> Map.entry(change.kind(), change.granted()))
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void nobody_is_in_a_call_twice() throws InterruptedException {
        new TogetherInFlight(runs)
                .ask(6, each -> grants.grant(person(each / 2), PolicyKind.SHARED_CALLING, POLICY, key(each)));
        assertThat(calls.together)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.values().stream().map(PolicyChange::person))
                        .doesNotHaveDuplicates());
        assertThat(sent()).hasSize(6);
    }

    @Test
    void a_call_refused_for_one_is_asked_again_one_by_one_and_only_that_one_fails() throws InterruptedException {
        calls.refused.add(person(7));
        var answers = new TogetherInFlight(runs).ask(MANY, this::grant);
        assertThat(answers.get(7))
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.INVALID));
        assertThat(answers)
                .filteredOn(WriteReceipt.AcceptedWrite.class::isInstance)
                .hasSize(MANY - 1);
        assertThat(sent()).hasSize(MANY - 1).doesNotHaveDuplicates();
    }

    @Test
    void after_a_failure_that_may_pass_nobody_is_taken_for_done_and_nothing_is_sent_again()
            throws InterruptedException {
        calls.fails = Optional.of(new BackendFailure(FailureKind.TRANSIENT, "The answer was lost"));
        assertThat(new TogetherInFlight(runs).ask(MOST, this::grant))
                .hasSize(MOST)
                .allMatch(BackendFailure.class::isInstance);
        assertThat(calls.alone).isEmpty();
    }

    @Test
    void whatever_goes_wrong_everybody_is_answered() throws InterruptedException {
        calls.fails = Optional.of(new IllegalStateException("a mistake of ours"));
        assertThat(new TogetherInFlight(runs).ask(MOST, this::grant))
                .hasSize(MOST)
                .allMatch(IllegalStateException.class::isInstance);
    }

    private WriteReceipt grant(int each) {
        return grants.grant(person(each), PolicyKind.SHARED_CALLING, POLICY, key(each));
    }

    private List<ChangeKey> sent() {
        return Stream.concat(calls.together.stream().flatMap(call -> call.keySet().stream()), calls.alone.stream())
                .toList();
    }

    private static UserId person(int number) {
        return new UserId("person-" + number);
    }

    private static ChangeKey key(int number) {
        return new ChangeKey("SC-" + number, 1);
    }

    /** Takes twenty at once, and refuses a call with somebody refused in it. */
    private static final class Calls implements PolicyGrants {
        final List<Map<ChangeKey, PolicyChange>> together = new CopyOnWriteArrayList<>();
        final List<ChangeKey> alone = new CopyOnWriteArrayList<>();
        final HashSet<UserId> refused = new HashSet<>();
        Optional<RuntimeException> fails = Optional.empty();

        @Override
        public int atOnce(PolicyKind kind) {
            return MOST;
        }

        @Override
        public WriteReceipt writeTogether(Map<ChangeKey, PolicyChange> changes) {
            assertThat(changes).hasSizeLessThanOrEqualTo(MOST);
            fails.ifPresent(failure -> {
                throw failure;
            });
            changes.values().forEach(change -> refuse(change.person()));
            together.add(changes);
            return new WriteReceipt.AcceptedWrite();
        }

        @Override
        public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
            refuse(person);
            alone.add(key);
            return new WriteReceipt.AcceptedWrite();
        }

        @Override
        public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
            return grant(person, kind, POLICY, key);
        }

        @Override
        public String source() {
            return "a test";
        }

        private void refuse(UserId person) {
            if (refused.contains(person)) {
                throw new BackendFailure(FailureKind.INVALID, "Not for " + person);
            }
        }
    }
}
