package dev.linekeeper.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.service.people.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which phrases are tried on a sentence. */
class CommandBookTest {
    private final CommandBook book = new CommandBook(List.of(
            command("shut", "shut {thing}", "(lock|bolt) [the] {thing}"),
            command("list", "[(all|every)] door", "(show|) doors [of {thing}]"),
            command("may", "{person} may enter"),
            command("again", "[{person}] again")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        shut London | shut, may, again
        SHUT: London | shut, may, again
        , shut London | shut, may, again
        Bolt the door | shut, may, again
        every door | list, may, again
        door | list, may, again
        show doors | list, may, again
        doors of Ada | list, may, again
        Ada may enter | may, again
        again | may, again
        """)
    void only_phrases_that_begin_like_the_sentence_are_tried(String said, String verbs) {
        assertThat(book.candidates(said).stream()
                        .map(candidate -> candidate.command().verb())
                        .distinct())
                .containsExactly(verbs.split(", "));
    }

    @Test
    void what_is_tried_is_what_fits() {
        for (var said :
                List.of("shut London", "BOLT the door", "every door", "doors", "Ada may enter", "Ada again", "again")) {
            assertThat(book.understand(said)).as(said).isPresent();
        }
        assertThat(book.understand("open London")).isEmpty();
    }

    private static Command command(String verb, String... phrases) {
        return Command.command(verb).by(Role.USER).says(phrases).answers(_ -> new Answer.Sorry(""));
    }
}
