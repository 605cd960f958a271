package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The notes every command may need: not found, not understood, backend failed. */
public final class NoteCards {
    /** The verb of buttons that say a sentence for the caller. */
    public static final String SAY = "say";

    private NoteCards() {}

    public static Note tooLong(int longest) {
        return of(Tone.STOP, "chat.too-long", longest);
    }

    public static Note notUnderstood() {
        return of(Tone.INFO, "chat.not-understood");
    }

    public static Note unknownButton() {
        return of(Tone.WARNING, "chat.unknown-button");
    }

    /** The tenant is being read, which takes a while; the answer takes its place. */
    public static Note reading() {
        return of(Tone.INFO, "chat.reading");
    }

    /** The directory does not know the caller. */
    public static Note stranger() {
        return of(Tone.WARNING, "chat.stranger");
    }

    /** A word for several people stands where a person is to be named. */
    public static Note severalInOneWord(String word) {
        var note = of(Tone.INFO, "chat.several-in-one-word", word);
        return new Note(note.tone(), note.title(), note.text(), List.of(say("check all"), say("help")));
    }

    public static Note inOwnChat() {
        return of(Tone.INFO, "chat.in-own-chat");
    }

    public static Note noOwnChat(String why) {
        return of(Tone.WARNING, "chat.no-own-chat", why);
    }

    public static Note tenantFailed(BackendFailure failure, String reference) {
        return of(Tone.WARNING, "chat.tenant-failed", String.valueOf(failure.getMessage()), reference);
    }

    /** Whether the caller may do it could not be looked up, which is not the same as that they may not. */
    public static Note rolesNotRead(BackendFailure failure, String reference) {
        return of(Tone.WARNING, "chat.roles-not-read", String.valueOf(failure.getMessage()), reference);
    }

    /** The file where nothing but cards can be shown. */
    public static Note offered(FileOffer file) {
        return new Note(Tone.INFO, Explanation.of("chat.file.offered", file.name()), file.about(), List.of());
    }

    /** The note with a button that presses once more what was pressed. */
    public static Note again(Note note, Optional<ButtonPress> press) {
        var again = press.map(same -> new Suggestion(Explanation.of("chat.try-again"), "", same));
        return new Note(
                note.tone(),
                note.title(),
                note.text(),
                Stream.concat(again.stream(), note.suggestions().stream()).toList());
    }

    /** When what a card shows was read: what people share, and the person, who was read just now where there is no time. */
    public static Explanation asOf(Instant shared, Optional<Instant> person) {
        return person.map(at -> Explanation.of("chat.why.as-of.person", shared, at))
                .orElseGet(() -> Explanation.of("chat.why.as-of", shared));
    }

    /** A note whose title and text are the messages {@code KEY.title} and {@code KEY.text}; help is always at hand. */
    public static Note of(Tone tone, String key, Object... arguments) {
        return new Note(
                tone,
                Explanation.of(key + ".title", arguments),
                Explanation.of(key + ".text", arguments),
                List.of(say("help")));
    }

    /** A button that says a sentence, labelled with that sentence. */
    public static Suggestion say(String sentence) {
        return new Suggestion(Explanation.of("chat.say", sentence), sentence, pressSay(sentence));
    }

    /** A button that says a sentence, with a label of its own. */
    public static Suggestion say(String sentence, String label) {
        return new Suggestion(Explanation.of(label), sentence, pressSay(sentence));
    }

    static ButtonPress pressSay(String sentence) {
        return new ButtonPress(SAY, Map.of(Slot.SENTENCE.key(), sentence));
    }
}
