package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.simulator.state.BehindOurBack;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Elvia Atkins has a main number of London and an alternate one of Seattle, which has a policy of its own. */
class FurtherLinesTest {
    private static final PhoneNumber MAIN = PhoneNumber.of("+442079460120");
    private static final PhoneNumber ALTERNATE = PhoneNumber.of("+14255550180");

    private static GovernedChat chat;

    @BeforeAll
    static void open() {
        chat = new GovernedChat();
        // Of a type that she needs no licence for, as she gets it back.
        BehindOurBack.edit(
                chat.inMemory().tenant(),
                file -> file.path("telephoneNumbers")
                        .valueStream()
                        .filter(number ->
                                number.path("telephoneNumber").asString().equals(ALTERNATE.toString()))
                        .forEach(number -> ((ObjectNode) number).put("numberType", "operatorConnect")));
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    private VoiceUser elvia() {
        var directory = chat.inMemory().tenant().ports().directory();
        UserId id = directory
                .findByPrincipalName("elvia.atkins@contoso.example")
                .orElseThrow()
                .id();
        return chat.inMemory().tenant().ports().voiceUsers().read(id).orElseThrow();
    }

    private List<Line> lines() {
        return elvia().lines().known().orElseThrow().stream()
                .map(line -> new Line(line.number(), line.category()))
                .toList();
    }

    private static List<String> numbers(List<Line> lines) {
        return lines.stream()
                .map(line -> "%s %s".formatted(line.number(), line.category()))
                .toList();
    }

    private void sends(Answer card) {
        chat.presses(((Answer.Sheet) card).suggestions().getFirst().press());
    }

    private Request now() {
        return chat.requests().getFirst();
    }

    private Answer undo() {
        return chat.asks("undo %d".formatted(now().id().number()));
    }

    @Test
    void a_further_line_goes_alone_and_comes_back_as_what_it_was() {
        var card = chat.asks("release number +14255550180 because she left Seattle");
        assertThat(text(card))
                .contains(
                        "+14255550180 → none",
                        "unknown → on",
                        "a further line of the person",
                        "Seattle is granted to +14255550180 by itself",
                        "They call with their own number +44 20 7946 0120");
        sends(card);
        assertThat(text(chat.asks("request %d".formatted(now().id().number()))))
                .contains("Release the number +1 425-555-0180 of Elvia Atkins", "she left Seattle");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(numbers(lines())).containsExactly(MAIN + " PRIMARY");
        assertThat(elvia().voiceOn().known()).contains(true);

        assertThat(text(undo())).contains("becomes a further line of the person");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(numbers(lines())).containsExactly(MAIN + " PRIMARY", ALTERNATE + " ALTERNATE");
    }

    @Test
    void a_main_number_beside_others_goes_alone_once_what_nobody_knows_was_said() {
        var card = chat.asks("release number +442079460120");
        assertThat(text(card))
                .contains("Microsoft does not say whether a main number can go", "Release the own number");
        assertThat(((Answer.Sheet) card).suggestions())
                .extracting(it -> it.label().toString())
                .anyMatch(label -> label.contains("release number +14255550180"));

        sends(card);
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(numbers(lines())).containsExactly(ALTERNATE + " ALTERNATE");
        assertThat(elvia().voiceOn().known()).contains(true);
        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(numbers(lines())).containsExactly(MAIN + " PRIMARY", ALTERNATE + " ALTERNATE");
    }

    @Test
    void it_is_said_in_three_languages() {
        var card = chat.asks("release number +14255550180");

        assertThat(text(card, Locale.GERMAN)).contains("eine weitere Leitung der Person");
        assertThat(text(card, Locale.FRENCH)).contains("une autre ligne de la personne");
    }
}
