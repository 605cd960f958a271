package dev.linekeeper.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.AttachedFile.FileKind;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that comes with a message reaches the command that takes one, or a sentence says why not and nothing is done. */
class SentFilesTest {
    private static final Caller ADA =
            new Caller(Fabrikam.ADA, "tenant", Locale.ENGLISH, Caller.ConversationType.PERSONAL);
    private static final AttachedFile CSV = file("people.csv", FileKind.READABLE);

    private final List<Invocation> taken = new ArrayList<>();
    private final List<Answer> shown = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "please", "here is the list from Megan", "enrol these with London"})
    void a_file_reaches_the_command_that_takes_one(String text) {
        answer(text, CSV);
        assertThat(taken)
                .singleElement()
                .satisfies(with -> assertThat(with.attachedFile()).contains(CSV));
    }

    @Test
    void the_words_beside_it_fill_the_commands_slots() {
        answer("enrol these with London", CSV);
        assertThat(taken.getFirst().text(Slot.POLICY)).contains("London");
    }

    @Test
    void no_button_carries_a_file() {
        answer("enrol these with London", CSV);
        assertThat(taken.getFirst().buttonWith(Slot.POLICY, "Paris").inputs()).containsOnlyKeys("policy");
    }

    @Test
    void a_command_that_has_no_use_for_a_file_is_not_run_with_one() {
        assertThat(title("look at London", CSV)).startsWith("chat.file.unused.title [people.csv");
        assertThat(looked).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PICTURE, chat.file.picture.title",
        "OTHER, chat.file.other.title",
        "NOT_HANDED_OVER, chat.file.not-here.title"
    })
    void what_cannot_be_read_is_said(FileKind kind, String title) {
        assertThat(title("", file("people.csv", kind))).startsWith(title);
        assertThat(taken).isEmpty();
    }

    @Test
    void several_files_are_named_and_none_is_taken() {
        var note = (Answer.Note) answer("enrol these with London", CSV, file("more.csv", FileKind.READABLE));
        assertThat(note.text().key()).isEqualTo("chat.file.several.text");
        assertThat(note.text().arguments()).containsExactly(2, List.of("people.csv", "more.csv"));
        assertThat(taken).isEmpty();
    }

    /** Cells that are pasted from Excel come as text with a picture of them. */
    @Test
    void words_beside_a_picture_are_answered_and_the_picture_is_named() {
        assertThat(title("look at London", file("", FileKind.PICTURE))).startsWith("chat.file.picture-unread");
        assertThat(looked).containsExactly("London");
    }

    @Test
    void a_file_to_take_away_is_offered_in_ones_own_chat_wherever_it_was_asked_for() {
        var channel = new Caller(Fabrikam.ADA, "tenant", Locale.ENGLISH, Caller.ConversationType.CHANNEL);
        assertThat(((Answer.Note) conversation().answer(channel, new ChatInput.TypedText("rows")))
                        .title()
                        .key())
                .isEqualTo("chat.in-own-chat.title");
        assertThat(shown).singleElement().isInstanceOf(Answer.OfferedFile.class);
        assertThat(answer("rows")).isInstanceOf(Answer.OfferedFile.class);
    }

    private String title(String text, AttachedFile... files) {
        var title = ((Answer.Note) answer(text, files)).title();
        return title.key() + " " + title.arguments();
    }

    private Answer answer(String text, AttachedFile... files) {
        return conversation().answer(ADA, new ChatInput.TypedText(text, List.of(files)));
    }

    private Conversation conversation() {
        var directory = Fabrikam.model().ports().directory();
        var roles = new Roles(directory, Map.of(), Clock.systemUTC(), Duration.ZERO);
        var book = new CommandBook(List.of(
                Command.command("look").by(Role.USER).says("look at {thing}").answers(with -> {
                    looked.add(with.text(Slot.THING).orElse(""));
                    return NoteCards.of(Answer.Tone.GOOD, "looked");
                }),
                Command.command("rows")
                        .by(Role.USER)
                        .says("rows")
                        .answers(_ -> new Answer.OfferedFile(
                                new FileOffer("a.csv", Explanation.of("chat.list", "x"), 1, "sample", "1"))),
                Command.command("import")
                        .by(Role.USER)
                        .takesFile()
                        .says("enrol these with {policy}")
                        .answers(with -> {
                            taken.add(with);
                            return NoteCards.of(Answer.Tone.GOOD, "taken");
                        })));
        return new Conversation(
                book,
                new CommandRunner(null, null, null, null, PersonNotes.NONE),
                roles,
                new CommandHelp(List.of(), roles, directory),
                new ButtonFilter(book, roles),
                (_, answer) -> {
                    shown.add(answer.apply(ADA));
                    return new Outbox.Delivery.Delivered();
                },
                () -> "R-1",
                Clock.systemUTC());
    }

    private static AttachedFile file(String name, FileKind kind) {
        return new AttachedFile(name, kind, "");
    }
}
