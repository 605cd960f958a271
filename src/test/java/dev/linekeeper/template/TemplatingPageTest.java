package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The card in {@code src/docs/templating.md} expands to what the page says. */
class TemplatingPageTest {
    private static final Pattern EXAMPLE = Pattern.compile(
            "```json\n(.*?)```\\s*over `(.*?)` is\\s*```json\n(.*?)```\\s*with one warning", Pattern.DOTALL);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void the_example_is_true() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("src", "docs", "templating.md")));
        assertThat(example.find()).isTrue();
        Expansion card = CardTemplate.compile(example.group(1)).expand(MAPPER.readTree(example.group(2)));
        JsonNode promised = MAPPER.readTree(example.group(3));
        assertThat(card.tree()).isEqualTo(promised);
        assertThat(card.warnings()).hasSize(1);
    }
}
