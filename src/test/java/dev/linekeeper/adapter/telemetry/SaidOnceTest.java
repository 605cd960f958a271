package dev.linekeeper.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaidOnceTest {
    private static final SQLException GONE = new SQLException("connection refused");

    private final LoggerContext context = new LoggerContext();
    private final AtomicLong now = new AtomicLong();
    private final Logger scheduler = context.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listening() {
        new SaidOnce(now::get).in(context);
        log.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    }

    @Test
    void what_the_scheduler_meets_at_every_look_is_told_once_a_minute() {
        for (int seconds = 0; seconds < 120; seconds += 5) {
            now.set(Duration.ofSeconds(seconds).toNanos());
            scheduler.error("Unhandled exception. Will keep running.", GONE);
        }

        assertThat(log.list).hasSize(2);
    }

    @Test
    void another_trouble_is_told_beside_it() {
        scheduler.error("Unhandled exception. Will keep running.", GONE);
        scheduler.error("Unhandled exception. Will keep running.", new IllegalStateException("another"));

        assertThat(messages()).hasSize(2);
    }

    @Test
    void what_others_say_is_never_left_out() {
        var ours = context.getLogger("dev.linekeeper.adapter.jobs.JobRunner");
        for (int twice = 0; twice < 2; twice++) {
            ours.error("action=apply outcome=failed", GONE);
            scheduler.warn("Shutting down");
        }

        assertThat(messages())
                .containsExactly(
                        "action=apply outcome=failed", "Shutting down", "action=apply outcome=failed", "Shutting down");
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getMessage).toList();
    }
}
