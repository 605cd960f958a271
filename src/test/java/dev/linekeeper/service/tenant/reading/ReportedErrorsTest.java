package dev.linekeeper.service.tenant.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Validation errors are told of one person who is asked about, and nobody waits long for them. */
class ReportedErrorsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private Supplier<List<String>> answer = () -> List.of("The number is invalid.");
    private final ReportedErrors users = new ReportedErrors(
            Fabrikam.model().ports().voiceUsers(),
            new ValidationErrors() {
                @Override
                public List<String> of(UserId person) {
                    asked.incrementAndGet();
                    return answer.get();
                }

                @Override
                public String source() {
                    return "Teams PowerShell";
                }
            },
            Clock.systemUTC(),
            Duration.ofMillis(300));

    @Test
    void one_person_is_told_with_the_errors() {
        assertThat(errors().known()).contains(List.of("The number is invalid."));
    }

    @Test
    void many_people_are_read_without_a_call_each() {
        users.read(Fabrikam.CLEO);
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_failure_leaves_them_unknown_and_the_rest_known() {
        answer = () -> {
            throw new BackendFailure(FailureKind.DENIED, "Access Denied.");
        };
        assertThat(errors()).isEqualTo(Fact.missing("Teams PowerShell: Access Denied."));
        assertThat(users.readWhole(Fabrikam.CLEO).orElseThrow().lines().known()).isPresent();
    }

    @Test
    void nobody_waits_for_an_answer_that_does_not_come_and_no_second_call_queues_behind_it() {
        var late = new CountDownLatch(1);
        answer = () -> {
            try {
                late.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        assertThat(errors()).isEqualTo(Fact.missing("Teams PowerShell did not answer within 300 ms"));
        assertThat(errors()).isInstanceOf(Fact.Missing.class);
        assertThat(asked).hasValue(1);
        late.countDown();
    }

    private Fact<List<String>> errors() {
        return users.readWhole(Fabrikam.CLEO).orElseThrow().validationErrors();
    }
}
