package dev.linekeeper.service.tenant.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EndedCallsTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(EndedCalls.class);
    private static final BackendFailure REFUSED = new BackendFailure(
            FailureKind.DENIED, "Authorization_RequestDenied", "Adele Vance may not", "their-7", Optional.empty());

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ApiThrottle throttle = Throttles.in(new ManualTime());

    @BeforeEach
    void listen() {
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(lines);
    }

    @Test
    void a_write_that_fails_is_told_once_with_kind_and_ids_and_without_what_microsoft_says() {
        assertThat(catchThrowable(() -> throttle.once(RateLimitedApi.TEAMS_ADMIN, () -> {
                    CallNotes.operation("POST admin/teams/policy/userAssignments/assign");
                    CallNotes.ids("our-3", "");
                    throw REFUSED;
                })))
                .isSameAs(REFUSED);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("action=call outcome=failed surface=teams-admin operation=\"POST"
                        + " admin/teams/policy/userAssignments/assign\" kind=denied"
                        + " code=Authorization_RequestDenied our-id=our-3 their-id=their-7");
    }

    @Test
    void calls_are_counted_by_surface_operation_and_kind() {
        for (int call = 0; call < 7; call++) {
            throttle.withRetry(RateLimitedApi.TEAMS_ADMIN, () -> {
                CallNotes.operation("GET users");
                return true;
            });
        }
        catchThrowable(() -> throttle.once(RateLimitedApi.POWERSHELL, () -> {
            throw REFUSED;
        }));
        assertThat(throttle.measurements())
                .contains(
                        Metric.CALLS.of(7, "teams-admin", "GET users", "ok"),
                        Metric.CALLS.of(1, "powershell", "other", "denied"),
                        Metric.CALL_FAILURES.of(1, "powershell", "denied"),
                        Metric.CALL_FAILURES.of(0, "powershell", "throttled"),
                        Metric.TENANT_CALLS.of(7, "teams-admin"),
                        Metric.TENANT_WAITS.of(2, "teams-admin"),
                        Metric.TENANT_CALLS.of(0, "directory"));
    }

    @Test
    void what_is_not_there_is_no_warning() {
        catchThrowable(() -> throttle.once(RateLimitedApi.DIRECTORY, () -> {
            throw new BackendFailure(FailureKind.NOT_FOUND, "nobody");
        }));
        assertThat(lines.list).extracting(line -> line.getLevel().toString()).isEqualTo(List.of("INFO"));
    }
}
