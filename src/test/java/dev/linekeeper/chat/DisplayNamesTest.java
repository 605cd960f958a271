package dev.linekeeper.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisplayNamesTest {
    private final HandClock clock = new HandClock(Fabrikam.NOON);
    private final AtomicInteger asked = new AtomicInteger();
    private boolean silent;
    private final DisplayNames names =
            new DisplayNames(counting(Fabrikam.model().ports().directory()), clock);

    @Test
    void a_name_is_asked_for_once_in_a_while() {
        assertThat(names.of(Fabrikam.ADA)).isEqualTo("Ada Brandt");
        names.of(Fabrikam.ADA);
        assertThat(asked).hasValue(1);
        clock.pass(Duration.ofMinutes(31));
        names.of(Fabrikam.ADA);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whom_the_directory_does_not_know_is_called_by_the_id() {
        assertThat(names.of(new UserId("somebody"))).isEqualTo("somebody");
    }

    @Test
    void while_the_directory_is_silent_the_last_name_will_do_and_the_id_if_there_is_none() {
        names.of(Fabrikam.ADA);
        clock.pass(Duration.ofMinutes(31));
        silent = true;
        assertThat(names.of(Fabrikam.ADA)).isEqualTo("Ada Brandt");
        assertThat(names.of(Fabrikam.BEN)).isEqualTo(Fabrikam.BEN.value());
        silent = false;
        assertThat(names.of(Fabrikam.BEN)).isNotEqualTo(Fabrikam.BEN.value());
    }

    @Test
    void one_name_too_many_does_not_make_all_others_forgotten() {
        for (var round = 0; round < 2; round++) {
            IntStream.rangeClosed(0, 10_000).forEach(person -> names.of(new UserId("person-" + person)));
        }
        assertThat(asked).hasValueLessThan(15_000);
    }

    private Directory counting(Directory real) {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, arguments) -> {
                    asked.incrementAndGet();
                    if (silent) {
                        throw new BackendFailure(BackendFailure.FailureKind.THROTTLED, "not now");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
