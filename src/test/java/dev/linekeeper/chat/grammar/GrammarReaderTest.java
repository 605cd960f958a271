package dev.linekeeper.chat.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.chat.Slot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of the grammar that cannot be read stops the start, and says where. */
class GrammarReaderTest {
    private final GrammarReader reader = new GrammarReader();

    @Test
    void a_way_stands_under_its_command_with_what_is_not_said() {
        reader.read("en.txt", List.of("# why", "", "= check thing=all", " who is broken "));

        assertThat(reader.grammar().ways()).singleElement().satisfies(way -> {
            assertThat(way.verb()).isEqualTo("check");
            assertThat(way.filled()).containsExactlyEntriesOf(Map.of(Slot.THING, "all"));
            assertThat(way.phrase().text()).isEqualTo("who is broken");
            assertThat(way.where()).isEqualTo("en.txt, line 4");
        });
    }

    @Test
    void several_slots_are_filled_and_a_new_heading_forgets_them() {
        reader.read("en.txt", List.of("= numbers use=free; country=GB", "free ones", "= numbers", "all numbers"));

        assertThat(reader.grammar().ways().getFirst().filled()).hasSize(2);
        assertThat(reader.grammar().ways().getLast().filled()).isEmpty();
    }

    @Test
    void words_are_no_ways() {
        reader.read("en.txt", List.of("= @openings", "could you", "= @pronouns", "her"));

        assertThat(reader.grammar().ways()).isEmpty();
        assertThat(reader.grammar().openings()).containsExactly("could you");
        assertThat(reader.grammar().pronouns()).containsExactly("her");
    }

    @Test
    void a_file_begins_under_no_heading_of_the_file_before() {
        reader.read("en.txt", List.of("= check"));

        assertThatThrownBy(() -> reader.read("de.txt", List.of("prüfe {thing}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("de.txt, line 1: stands under no '= VERB'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        = check all | en.txt, line 2: 'all' is to be SLOT=VALUE
        = check thing=all; | en.txt, line 2: '' is to be SLOT=VALUE
        = check animal=all | en.txt, line 2: no such slot 'animal'
        see {animal} | en.txt, line 2:
        see (this | en.txt, line 2:
        """)
    void what_cannot_be_read_is_named_with_file_and_line(String line, String message) {
        assertThatThrownBy(() -> reader.read("en.txt", List.of("= check", line)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_language_without_a_file_is_not_left_out() {
        assertThatThrownBy(() -> reader.read("tlh"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("grammar/tlh.txt is not there");
    }
}
