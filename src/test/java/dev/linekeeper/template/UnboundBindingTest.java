package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linekeeper.template.expression.TemplateException;
import dev.linekeeper.template.expression.TemplateOptions;
import dev.linekeeper.template.expression.UnboundBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Bindings that lead nowhere: shown as they are written, refused, told, or replaced. */
class UnboundBindingTest {
    private static final JsonNode DATA = JsonMapper.builder()
            .build()
            .readTree("{\"user\": {\"name\": \"Ada\", \"none\": null}, \"list\": [{\"a\": 1}, {}]}");

    @Test
    void unless_it_is_said_otherwise_they_are_shown_as_they_are_written() {
        assertThat(expand("[\"${user.nmae}\", \"Hi ${user.nmae}\"]", UnboundBinding.shown())
                        .text())
                .isEqualTo("[\"${user.nmae}\",\"Hi ${user.nmae}\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"t\": \"${user.nmae}\"}            | user.nmae      | /t",
                "{\"t\": [\"a\", \"Hi ${nmae}!\"]}   | nmae           | /t/1",
                "{\"t\": \"${toUpper(nmae)}\"}        | nmae           | /t",
                "{\"t\": \"${list[0].b}\"}            | list[0].b      | /t",
                "{\"t\": \"${user['nmae']}\"}         | user['nmae']   | /t",
                "{\"t\": \"${getProperty(user, 'x')}\"} | x            | /t",
                "{\"t\": \"${$root.nmae}\"}           | $root.nmae     | /t",
                "{\"t\": \"${$host.theme}\"}          | $host.theme    | /t",
                "[{\"$data\": \"${list}\", \"t\": \"${a}\"}] | a          | /0/t",
                "[{\"$data\": \"${lsit}\", \"t\": \"x\"}]  | lsit         | /0/$data",
            })
    void strict_expanding_refuses_them_and_tells_path_and_place(String template, String path, String pointer) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> expand(template, UnboundBinding.refused()))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo("Nothing is bound to ${%s}", path);
                    assertThat(e.pointer()).isEqualTo(pointer);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"$when\": \"${nmae}\", \"t\": 1}]",
                "[{\"$when\": \"${user.nmae == null}\", \"t\": 1}]",
                "[\"${if(nmae, 1, 2)}\"]",
                "[\"${exists(nmae)}\"]",
                "[\"${user.none}\"]",
                "[\"${count(where(list, x, x.a > 0))}\"]",
            })
    void what_may_be_missing_is_no_unbound_binding(String template) {
        assertThat(expand(template, UnboundBinding.refused()).text()).startsWith("[");
    }

    @Test
    void warned_of_they_are_shown_and_told_once_each_with_their_place() {
        Expansion card = expand(
                "[{\"$data\": \"${list}\", \"t\": \"${b} ${b} ${$root.c}\"}, \"${user.name}\"]",
                UnboundBinding.warned());
        assertThat(card.text())
                .isEqualTo("[{\"t\":\"${b} ${b} ${$root.c}\"},{\"t\":\"${b} ${b} ${$root.c}\"},\"Ada\"]");
        assertThat(card.warnings())
                .containsExactly(
                        "WARN: Nothing is bound to ${b} (at /0/t).", "WARN: Nothing is bound to ${$root.c} (at /0/t).");
    }

    @Test
    void a_substitute_stands_for_them_with_its_own_type() {
        String template = "[\"${nmae}\", \"Hi ${nmae}\", \"${user.name}\"]";
        assertThat(expand(template, UnboundBinding.replacedBy(StringNode.valueOf("?")))
                        .text())
                .isEqualTo("[\"?\",\"Hi ?\",\"Ada\"]");
        assertThat(expand(template, UnboundBinding.replacedBy(IntNode.valueOf(0)))
                        .text())
                .isEqualTo("[0,\"Hi 0\",\"Ada\"]");
    }

    private static Expansion expand(String template, UnboundBinding unbound) {
        return CardTemplate.compile(template, TemplateOptions.standard().withUnbound(unbound))
                .expand(DATA);
    }
}
