package dev.linekeeper.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class LogFieldsTest {
    private static final LoggerContext LOG = new LoggerContext();

    @Test
    void pairs_of_a_line_are_fields_with_the_types_they_came_with() {
        var line = event(
                "dev.linekeeper.service.X",
                "action=call outcome=failed kind={} tries={} why=\"{}\"",
                "denied",
                3,
                "a b");
        assertThat(LogFields.of(line).toString())
                .isEqualTo("{action=call, outcome=failed, kind=denied, tries=3, why=a b}");
    }

    @Test
    void a_place_without_a_key_takes_its_argument_and_makes_no_field() {
        var line = event("dev.linekeeper.X", "action=not-used file={} {} last={}", "a.json", "line 3", "end");
        assertThat(LogFields.of(line).toString()).isEqualTo("{action=not-used, file=a.json, last=end}");
    }

    @Test
    void an_action_that_is_put_together_is_whole() {
        var line = event("dev.linekeeper.X", "action=policy-{} key={}", "granted", "SC-1001/2");
        assertThat(LogFields.of(line).toString()).isEqualTo("{action=policy-granted, key=SC-1001/2}");
    }

    @Test
    void what_an_argument_brings_along_is_no_field_and_lines_of_others_have_none() {
        assertThat(LogFields.of(event("dev.linekeeper.X", "action=x why={}", "y role=owner"))
                        .keySet())
                .containsExactly("action", "why");
        assertThat(LogFields.of(event("org.apache.X", "a=b"))).isEmpty();
    }

    private static LoggingEvent event(String logger, String pattern, Object... arguments) {
        return new LoggingEvent("", LOG.getLogger(logger), Level.INFO, pattern, null, arguments);
    }
}
