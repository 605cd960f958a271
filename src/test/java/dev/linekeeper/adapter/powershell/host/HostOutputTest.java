package dev.linekeeper.adapter.powershell.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.host.HostOutput.OutputLine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostOutputTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private final List<String> noise = Collections.synchronizedList(new ArrayList<>());

    @Test
    void only_what_follows_the_marker_is_an_answer() throws InterruptedException {
        var lines = reading("WARNING: a module talks\r\n~m~{\"é\":\"東\"}\r\nmore\n{\"id\":\"1\"}\n");
        assertThat(lines.next(LONG)).isEqualTo(new OutputLine.AnswerLine("{\"é\":\"東\"}"));
        assertThat(lines.next(LONG)).isEqualTo(new OutputLine.OutputEnd());
        assertThat(noise).containsExactly("WARNING: a module talks", "more", "{\"id\":\"1\"}");
    }

    @Test
    void noise_that_does_not_end_its_line_does_not_hide_the_answer() throws InterruptedException {
        assertThat(reading("50 % done...~m~{}\n").next(LONG)).isEqualTo(new OutputLine.AnswerLine("{}"));
    }

    @Test
    void a_line_that_is_too_long_ends_the_reading() throws InterruptedException {
        var lines = reading("~m~" + "x".repeat(200) + "\n~m~{}\n");
        assertThat(lines.next(LONG)).isEqualTo(new OutputLine.UnreadableLine("a line of more than 100 bytes"));
        assertThat(lines.next(LONG)).isEqualTo(new OutputLine.UnreadableLine("a line of more than 100 bytes"));
    }

    @Test
    void endless_noise_ends_the_reading() throws InterruptedException {
        assertThat(reading("noise of a module\n".repeat(100)).next(LONG))
                .isEqualTo(new OutputLine.UnreadableLine("more than 1000 bytes that are no answer"));
        assertThat(noise).hasSizeLessThan(60);
    }

    @Test
    void answers_nobody_asked_for_do_not_pile_up() throws InterruptedException {
        var lines = reading("~m~{}\n".repeat(1000));
        var last = lines.next(LONG);
        for (int taken = 0; last instanceof OutputLine.AnswerLine && taken < 1000; taken++) {
            last = lines.next(LONG);
        }
        assertThat(last).isIn(new OutputLine.UnreadableLine("answers nobody asked for"), new OutputLine.OutputEnd());
    }

    private HostOutput reading(String text) {
        return new HostOutput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "~m~", 100, 1000, noise::add);
    }
}
