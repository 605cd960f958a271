package dev.linekeeper.chat.mode;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.mode.ModeSwitch;
import java.util.stream.Stream;

/** The card on which a second person confirms that the mode shall be live. */
public record LiveWishCards(ModeSwitch mode) implements NewsCards {
    @Override
    public String kind() {
        return ModeSwitch.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        var now = mode.now();
        return now.wish()
                .filter(wish -> wish.at().toString().equals(item.subject()))
                .map(wish -> ModeCommands.note(
                        Tone.WARNING,
                        "chat.mode.asked",
                        Stream.of(NoteCards.say("mode " + OperatingMode.LIVE.written(), "chat.mode.confirm")),
                        wish.at(),
                        now.mode().written()))
                .orElseGet(() -> ModeCommands.note(
                        Tone.INFO,
                        "chat.mode.settled",
                        Stream.of(NoteCards.say("mode")),
                        now.mode().written()));
    }
}
