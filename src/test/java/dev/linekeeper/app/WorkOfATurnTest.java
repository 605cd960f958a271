package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.timing.Traced;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The work of one message, from the endpoint to the connector, whatever the machine: limits are well above what it takes, so that a
 * gross regression fails and nothing else. Times are what src/bench/run.py measures.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"linekeeper.backend=tenant-file", "linekeeper.throttle.bot-connector.calls-per-second=1000000"})
class WorkOfATurnTest extends DemoJourney {
    /** Each in their own chat, which Teams lets the bot burst four messages into. */
    private static final int PEOPLE = 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Someone> people = new ArrayList<>();

    @BeforeEach
    void everybodyHasWrittenBefore() {
        people.clear();
        directory.forEach(person -> {
            if (people.size() < PEOPLE) {
                people.add(Someone.of(person.id().value(), person.displayName()));
            }
        });
        aTurnOfEverybody();
    }

    @Test
    void a_turn_compiles_no_regular_expression() {
        assertThat(inATurn("java.util.regex.Pattern::<init>"))
                .filteredOn(call -> !isOpeningAConnection(call))
                .isEmpty();
    }

    @Test
    void a_turn_takes_few_statements() {
        var statements = inATurn(
                "com.zaxxer.hikari.pool.ProxyPreparedStatement::executeQuery",
                "com.zaxxer.hikari.pool.ProxyPreparedStatement::executeUpdate",
                "com.zaxxer.hikari.pool.ProxyPreparedStatement::execute");
        assertThat(statements.size() / (double) PEOPLE)
                .as("statements of a turn, which takes four")
                .isBetween(1.0, 8.0);
    }

    @Test
    void a_turn_allocates_little() {
        long before = THREADS.getTotalThreadAllocatedBytes();
        aTurnOfEverybody();
        long bytes = (THREADS.getTotalThreadAllocatedBytes() - before) / PEOPLE;
        assertThat(bytes)
                .as("bytes allocated for a turn, which takes 440,000 with what the test itself needs")
                .isBetween(50_000L, 900_000L);
    }

    /** The calls on threads of turns: jobs and other tests' leftovers have their own. */
    private List<RecordedEvent> inATurn(String... methods) {
        return Traced.calls(this::aTurnOfEverybody, methods).stream()
                .filter(call -> call.getThread().getJavaName().startsWith("turn-"))
                .toList();
    }

    /** OkHttp compiles one for each connection, not for each message. */
    private static boolean isOpeningAConnection(RecordedEvent call) {
        return call.getStackTrace().getFrames().stream()
                .anyMatch(frame ->
                        frame.getMethod().getType().getName().equals("okhttp3.internal.connection.RouteSelector"));
    }

    private void aTurnOfEverybody() {
        people.forEach(person -> chat.as(person).says("what's my caller ID"));
    }
}
