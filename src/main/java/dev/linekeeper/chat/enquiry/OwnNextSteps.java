package dev.linekeeper.chat.enquiry;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import java.util.stream.Stream;

/** What people may do themselves about what a card says of them: look at the rest, ask for calling, tell the voice team. */
public final class OwnNextSteps {
    public static final Suggestion WHY = NoteCards.say("why can't i call", "chat.enquiry.button.why-own");
    public static final Suggestion EMERGENCY = NoteCards.say("emergency", "chat.emergency.button");
    public static final Suggestion CALLER_ID = NoteCards.say("what's my caller id", "chat.caller-id.button");

    private static final Suggestion ASK = NoteCards.say("ask for calling", "chat.enquiry.button.ask");
    private static final Suggestion TELL = NoteCards.say("tell the voice team", "chat.enquiry.button.tell");

    private OwnNextSteps() {}

    /**
     * The card with them.
     *
     * @param asks whether calling is what they lack, and not that something is broken
     */
    public static Sheet on(Sheet card, boolean asks, Suggestion... others) {
        Stream<Suggestion> wishes = Stream.concat(
                asks ? Stream.of(ASK) : Stream.empty(), card.tone() == Tone.GOOD ? Stream.empty() : Stream.of(TELL));
        return new Sheet(
                card.title(),
                card.tone(),
                card.verdict(),
                card.details(),
                card.notes(),
                Stream.of(wishes, Stream.of(others), card.suggestions().stream().filter(OwnNextSteps::isHelp))
                        .flatMap(part -> part)
                        .toList());
    }

    private static boolean isHelp(Suggestion button) {
        return button.typed().equals("help");
    }
}
