package dev.linekeeper.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern VERBATIM =
            Pattern.compile("\\b(?:Get|Set|New|Grant|Remove)-Cs\\w+| -[A-Z]\\w+|\\b(?:[A-Z]{3}-\\d\\d)\\b|\\$\\w+");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    @Requirement("T38")
    void a_language_says_everything_that_is_said_in_english(String language) throws IOException {
        Set<String> english = new TreeSet<>(messages("").stringPropertyNames());

        assertThat(messages("_" + language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void a_translation_keeps_cmdlets_rules_and_attributes_as_they_are(String language) throws IOException {
        Properties english = messages("");

        messages("_" + language)
                .forEach((key, text) -> assertThat(asTheyAre((String) text))
                        .as((String) key)
                        .isEqualTo(asTheyAre(english.getProperty((String) key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void a_translation_uses_the_same_arguments(String language) throws IOException {
        Properties english = messages("");

        messages("_" + language).forEach((key, text) -> {
            new MessageFormat((String) text, Locale.of(language));
            assertThat(arguments((String) text)).as((String) key).isEqualTo(arguments(english.getProperty((String)
                    key)));
        });
    }

    @Test
    void an_apostrophe_of_a_message_is_written_twice() throws IOException {
        for (String language : List.of("", "_de", "_fr")) {
            messages(language)
                    .forEach((key, text) -> assertThat(((String) text).replaceAll("''|'[{}][^']*'", ""))
                            .as("%s in '%s'", key, language)
                            .doesNotContain("'"));
        }
    }

    @Test
    void numbers_are_grouped_and_lists_joined_as_the_language_does() {
        var numbers = List.of(PhoneNumber.of("+442079460100"), PhoneNumber.of("+493023125100"));

        assertThat(Wording.of(Locale.UK).say(Explanation.of("chat.list", numbers)))
                .isEqualTo("+44 20 7946 0100 and +49 30 23125100");
        assertThat(Wording.of(Locale.GERMANY).say(Explanation.of("chat.list", numbers)))
                .isEqualTo("+44 20 7946 0100 und +49 30 23125100");
        assertThat(Wording.of(Locale.FRANCE).say(Explanation.of("chat.list", numbers)))
                .isEqualTo("+44 20 7946 0100 et +49 30 23125100");
    }

    @Test
    void who_speaks_another_language_reads_english() {
        assertThat(Wording.of(Locale.JAPAN).say("card.sorry.title")).isEqualTo("Something went wrong on my side");
    }

    @Test
    void a_number_that_is_none_of_a_known_country_is_shown_as_it_is() {
        assertThat(Wording.of(Locale.UK).text(PhoneNumber.of("+99912345;ext=12")))
                .isEqualTo("+99912345 ext 12");
    }

    /** Names people look up in Microsoft's pages: cmdlets with their parameters, and our rules. */
    private static Set<String> asTheyAre(String text) {
        return VERBATIM.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a key that stands twice only the last text would be said: that is what is left of a merge. */
    private static final class OnceEach extends Properties {
        @Override
        public synchronized Object put(Object key, Object text) {
            assertThat(containsKey(key)).as("%s stands twice", key).isFalse();
            return super.put(key, text);
        }
    }

    private static Properties messages(String suffix) throws IOException {
        var messages = new OnceEach();
        try (var reader = new InputStreamReader(
                WordingTest.class.getResourceAsStream("/i18n/messages%s.properties".formatted(suffix)),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
