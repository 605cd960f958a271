package dev.linekeeper.chat.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.chat.engine.CommandField;
import dev.linekeeper.chat.engine.Utterance;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.service.people.Role;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every command has, whoever wrote it. */
class CommandsTest {
    private final List<Command> commands = CommandsForTests.commands();

    @Test
    void help_and_form_have_their_messages_in_every_language() {
        var keys = commands.stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(command.helpKey()),
                        command.fields().isEmpty()
                                ? Stream.empty()
                                : Stream.of(command.formKey(), "card.form.send." + command.verb())))
                .toList();
        for (Locale language : Wording.LANGUAGES) {
            assertThat(keys).as("in %s", language).allMatch(Wording.of(language)::knows);
        }
    }

    @Test
    void what_a_command_asks_for_can_be_said() {
        for (Command command : commands) {
            for (CommandField field : command.fields()) {
                assertThat(command.phrases())
                        .as("%s asks for %s", command.verb(), field.slot())
                        .anyMatch(phrase ->
                                phrase.text().contains("{" + field.slot().key() + "}"));
            }
        }
    }

    @Test
    void a_command_that_asks_for_something_says_so_in_the_phrase_help_shows() {
        for (Command command : commands) {
            for (CommandField field : command.fields()) {
                assertThat(command.displayText()).contains(field.slot().name());
            }
        }
    }

    @Test
    void every_command_is_tried_by_everybody_and_the_trial_knows_who_may() {
        var book = new CommandBook(commands);
        Map<Command, List<String>> tried = SentencesByRole.MAY.entrySet().stream()
                .collect(Collectors.toMap(
                        sentence -> book.understand(
                                        Utterance.of(sentence.getKey()).text())
                                .orElseThrow()
                                .command(),
                        Map.Entry::getValue,
                        (one, _) -> one));
        for (Command command : commands) {
            assertThat(tried).as("SentencesByRole.MAY").containsKey(command);
            assertThat(tried.get(command))
                    .as(command.verb())
                    .containsExactlyInAnyOrderElementsOf(Stream.of(
                                    "admin", "approver", "helpdesk", "auditor", "user", "owner")
                            .filter(role ->
                                    command.isOpen(EnumSet.of(Role.USER, Role.valueOf(role.toUpperCase(Locale.ROOT)))))
                            .toList());
        }
    }

    @Test
    void buttons_carry_verbs_of_commands() throws IllegalAccessException {
        var verbs = commands.stream().map(Command::verb).toList();
        for (Field verb : Arrays.stream(CommandVerbs.class.getDeclaredFields()).toList()) {
            assertThat(verbs).contains((String) verb.get(null));
        }
    }

    /** Menus of Teams have the words before the first thing to fill in, and type them as they are. */
    @Test
    void the_opening_of_every_command_leads_to_one_that_begins_so() {
        var book = new CommandBook(commands);
        for (Command command : commands) {
            String opening = command.displayText().replaceFirst(" ?(\\[|\\b[A-Z]{2,}\\b(?! ID)).*", "");
            assertThat(book.understand(Utterance.of(opening + " ").text()))
                    .as(opening)
                    .hasValueSatisfying(
                            meant -> assertThat(meant.command().displayText()).startsWith(opening));
        }
    }

    @Test
    void a_command_nobody_may_use_stops_the_start() {
        assertThatThrownBy(() -> Command.command("locked").says("locked").answers(_ -> new Answer.Sorry("")))
                .hasMessageContaining("locked");
        assertThatThrownBy(() -> Command.command("mute").by(Role.ADMIN).answers(_ -> new Answer.Sorry("")))
                .hasMessageContaining("mute");
    }
}
