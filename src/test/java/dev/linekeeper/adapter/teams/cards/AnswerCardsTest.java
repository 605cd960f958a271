package dev.linekeeper.adapter.teams.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.linekeeper.adapter.teams.Samples;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.shared.SharedChecks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every answer as a card, in every language. Golden cards are written anew with {@code -Dlinekeeper.golden=write}. */
class AnswerCardsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path GOLDEN = Path.of("src/test/resources/cards");
    private static final List<Locale> LOCALES = List.of(Locale.UK, Locale.GERMANY, Locale.FRANCE, Locale.JAPAN);
    private static final String NASTY =
            "[x](https://evil.example) **b** <at>all</at> ${x} {{DATE(2026-01-01T00:00:00Z)}} 🤖 \"q\"\n# h"
                    + " www.evil.example mailto:a@evil.example \u202Egnp.exe\u200B";

    private final AnswerCards cards = new AnswerCards();

    static Stream<Answer> answers() {
        return Samples.about("Adele Vance").stream();
    }

    @Test
    void every_answer_has_a_sample() {
        assertThat(answers().map(Answer::getClass).collect(Collectors.toSet()))
                .containsAll(Stream.of(Answer.class.getPermittedSubclasses())
                        .<Class<? extends Answer>>map(type -> type.asSubclass(Answer.class))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("answers")
    @Requirement({"T38", "T39"})
    void is_a_proper_card_in_every_language(Answer answer) {
        for (Locale locale : LOCALES) {
            RenderedCard card = cards.render(answer, reader(locale, Caller.ConversationType.PERSONAL));
            JsonNode json = JSON.readTree(card.json());

            assertThat(json.path("version").asString()).isEqualTo("1.5");
            assertThat(json.path("fallbackText").asString()).isNotBlank();
            assertThat(json.path("lang").asString()).isEqualTo(locale == Locale.JAPAN ? "en" : locale.getLanguage());
            for (JsonNode text : all(json, "TextBlock")) {
                assertThat(text.path("wrap").asBoolean())
                        .as("on a phone the whole of %s", text)
                        .isTrue();
            }
            assertThat(card.fallback()).isNotBlank().doesNotContain("{{", "**");
            assertThat(card.json()).doesNotContain("${").doesNotContainPattern("\"(chat|card|word)\\.[a-z]");
            assertThat(card.json().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(80_000);
            for (JsonNode input : all(json, "Input.")) {
                assertThat(input.path("label").asString("")).isNotBlank();
                assertThat(input.path("errorMessage").asString("")).isNotBlank();
            }
            for (JsonNode execute : all(json, "Action.Execute")) {
                assertThat(execute.path("verb").asString("")).isNotBlank();
                assertThat(execute.path("data").path("verb")).isEqualTo(execute.path("verb"));
            }
            assertThat(json.findValues("color"))
                    .as("colour never says anything alone")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void looks_as_it_was_last_looked_at(Answer answer) throws IOException {
        Path golden = GOLDEN.resolve(CardTemplates.name(answer.getClass()) + ".golden.json");
        String card = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        JSON.readTree(cards.render(answer, reader(Locale.UK, Caller.ConversationType.PERSONAL))
                                .json()));
        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, card + "\n");
        }

        assertThat(card + "\n").isEqualToNormalizingNewlines(Files.readString(golden));
    }

    @Test
    @Requirement("T12")
    void what_people_write_is_shown_and_never_obeyed() {
        for (Answer answer : Samples.about(NASTY)) {
            JsonNode json = JSON.readTree(cards.render(answer, reader(Locale.UK, Caller.ConversationType.PERSONAL))
                    .json());

            for (JsonNode block : all(json, "TextBlock")) {
                assertThat(block.path("text").asString(""))
                        .as(answer.getClass().getSimpleName())
                        .doesNotContain("${", "[x](", "**b**", "<at>", "{{DATE(2026-01")
                        .doesNotContainIgnoringCase("www.", "mailto:")
                        .doesNotContain("\u202E", "\u200B");
            }
        }
    }

    @Test
    void what_people_write_comes_back_from_buttons_and_fields_as_they_wrote_it() {
        Answer form = Samples.about(NASTY).stream()
                .filter(Answer.Form.class::isInstance)
                .findFirst()
                .orElseThrow();
        JsonNode json = JSON.readTree(cards.render(form, reader(Locale.UK, Caller.ConversationType.PERSONAL))
                .json());

        assertThat(all(json, "Input.Text").getFirst().path("value").asString())
                .as("but for what nobody sees, which is named")
                .isEqualTo(
                        NASTY.replace('\n', ' ').replace("\u202E", "⟨U+202E⟩").replace("\u200B", "⟨U+200B⟩"));
    }

    @Test
    void where_others_read_along_numbers_are_masked() {
        Answer sheet = Samples.about("Adele").stream()
                .filter(Answer.Sheet.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(cards.render(sheet, reader(Locale.UK, Caller.ConversationType.PERSONAL))
                        .fallback())
                .contains("+1 425-555-0100");
        assertThat(cards.render(sheet, reader(Locale.UK, Caller.ConversationType.CHANNEL))
                        .fallback())
                .doesNotContain("555")
                .contains("••••");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void fits_the_schema_of_adaptive_cards(Answer answer) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
                .getSchema(
                        schemaText(SharedChecks.path("reference", "adaptive-card-1.5.0.schema.json")),
                        InputFormat.JSON);

        assertThat(schema.validate(
                        cards.render(answer, reader(Locale.UK, Caller.ConversationType.PERSONAL))
                                .json(),
                        InputFormat.JSON))
                .isEmpty();
    }

    /** The schema names itself by the keyword of an older draft than the one it is written in. */
    private static String schemaText(Path file) throws IOException {
        return JSON.readTree(Files.readString(file)).asObject().without("id").toString();
    }

    private static Caller reader(Locale locale, Caller.ConversationType place) {
        return new Caller(new UserId("ana"), "contoso", locale, place);
    }

    /** Every element of the card whose type begins so, wherever it stands. */
    private static List<JsonNode> all(JsonNode node, String type) {
        var found = new ArrayList<JsonNode>();
        if (node.path("type").asString("").startsWith(type)) {
            found.add(node);
        }
        node.forEach(child -> found.addAll(all(child, type)));
        return found;
    }
}
