package dev.linekeeper.adapter.teams.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationAccount;
import dev.linekeeper.adapter.teams.AddressBook;
import dev.linekeeper.adapter.teams.NoMessages;
import dev.linekeeper.adapter.teams.auth.DeliveryKey;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.chat.DeliveryLog.DeliveryState;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** What is delivered again: after an answer, during one, after a failure, after the end of a process. */
class DeliveriesTest {
    private final AddressBook book = new AddressBook();
    private final SimpleAsyncTaskExecutor turns = new SimpleAsyncTaskExecutor();
    private final Deliveries deliveries = deliveries(book);
    private final AtomicInteger turnsRun = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"message", "messageUpdate", "invoke", "installationUpdate"})
    void what_was_answered_is_not_answered_again(String type) throws InterruptedException {
        assertThat(deliveries.once(received(type), turn(true))).isTrue();
        assertThat(deliveries.once(received(type), turn(true))).isFalse();
        assertThat(turnsRun).hasValue(1);
    }

    @Test
    void what_could_not_be_answered_is_answered_when_it_comes_again() throws InterruptedException {
        assertThat(deliveries.once(received("message"), turn(false))).isTrue();
        assertThat(deliveries.once(received("message"), turn(true))).isTrue();
        assertThat(deliveries.once(received("message"), turn(true))).isFalse();
        assertThat(turnsRun).hasValue(2);
    }

    @Test
    void what_failed_is_done_when_it_comes_again() throws InterruptedException {
        assertThatThrownBy(() -> deliveries.once(received("message"), () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(deliveries.once(received("message"), turn(true))).isTrue();
    }

    @Test
    void the_second_of_two_at_once_waits_for_the_first() throws Exception {
        var go = new CountDownLatch(1);
        Future<Boolean> first = turns.submit(() -> deliveries.once(received("message"), () -> {
            awaited(go);
            return turn(true).getAsBoolean();
        }));
        awaitBegun("message");
        Future<Boolean> second = turns.submit(() -> deliveries.once(received("message"), turn(true)));
        go.countDown();
        assertThat(first.get()).isTrue();
        assertThat(second.get()).isFalse();
        assertThat(turnsRun).hasValue(1);
    }

    @Test
    void a_press_that_somebody_is_at_is_not_waited_for() throws InterruptedException {
        begunElsewhere("invoke", Instant.now());
        assertThat(deliveries.once(received("invoke"), turn(true))).isFalse();
    }

    @Test
    void what_another_process_answers_meanwhile_is_not_answered_here() throws Exception {
        begunElsewhere("message", Instant.now());
        Future<Boolean> here = turns.submit(() -> deliveries.once(received("message"), turn(true)));
        book.answered(DeliveryKey.of(activity("message")), Instant.now());
        assertThat(here.get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "messageUpdate", "invoke", "installationUpdate"})
    void what_a_dead_process_had_begun_is_answered(String type) throws InterruptedException {
        begunElsewhere(type, Instant.now().minus(TurnTimeouts.DEAD).minusSeconds(1));
        assertThat(deliveries.once(received(type), turn(true))).isTrue();
    }

    @Test
    void an_activity_without_an_id_is_always_new() throws InterruptedException {
        Activity unnamed = activity("message");
        unnamed.setId(" ");
        assertThat(deliveries.once(received(unnamed), turn(true))).isTrue();
        assertThat(deliveries.once(received(unnamed), turn(true))).isTrue();
    }

    @Test
    void who_is_at_an_activity_for_long_says_so_meanwhile() throws InterruptedException {
        var renewed = new CountDownLatch(1);
        var watched = deliveries(new AddressBook() {
            @Override
            public void renew(String id, Instant now) {
                renewed.countDown();
            }
        });
        assertThat(watched.once(received("message"), () -> {
                    awaited(renewed);
                    return true;
                }))
                .isTrue();
    }

    @Test
    void a_turn_that_is_stopped_is_noted_all_the_same_and_stays_stopped() throws InterruptedException {
        var noted = new AtomicBoolean();
        var watched = deliveries(new AddressBook() {
            @Override
            public void unanswered(String id) {
                noted.set(!Thread.currentThread().isInterrupted());
            }
        });
        watched.once(received("message"), () -> {
            Thread.currentThread().interrupt();
            return false;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(noted).as("by a thread that may write").isTrue();
    }

    private Deliveries deliveries(AddressBook notes) {
        return new Deliveries(
                new BestEffortAddresses(notes, new NoMessages(), new NoMessages(), notes),
                new TurnTimer(turns),
                Clock.systemUTC());
    }

    private void begunElsewhere(String type, Instant at) {
        book.begin(DeliveryKey.of(activity(type)), at, at);
    }

    private void awaitBegun(String type) throws InterruptedException {
        while (book.begin(DeliveryKey.of(activity(type)), Instant.now(), Instant.EPOCH) == DeliveryState.FIRST) {
            book.unanswered(DeliveryKey.of(activity(type)));
            Thread.sleep(5);
        }
    }

    private BooleanSupplier turn(boolean isAnswered) {
        return () -> {
            turnsRun.incrementAndGet();
            return isAnswered;
        };
    }

    private static ReceivedActivity received(String type) {
        return received(activity(type));
    }

    private static ReceivedActivity received(Activity activity) {
        return ReceivedActivity.of(activity, new byte[0], "", Instant.now());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Activity activity(String type) {
        Activity activity = new Activity(type);
        activity.setId("1");
        activity.setTimestamp(OffsetDateTime.parse("2026-11-27T10:00:00Z"));
        activity.setConversation(new ConversationAccount("a:1"));
        return activity;
    }
}
