package dev.linekeeper.chat.numbers;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.reservation.ReservationExpiry;
import dev.linekeeper.service.reservation.ReservationStore;
import java.util.List;

/** The news that a reservation is over, whoever has the number by then. */
public record ReservationNewsCards(ReservationStore store) implements NewsCards {
    @Override
    public String kind() {
        return ReservationExpiry.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        return store.find(new RequestId(Long.parseLong(item.subject())))
                .<Answer>map(over -> new Answer.Note(
                        Tone.INFO,
                        ReservationCards.say("over.title", over.number()),
                        ReservationCards.say("over.text", over.whom().words(), over.until()),
                        List.of(ReservationCards.reserve(over.number()), NoteCards.say("lookup " + over.number()))))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.reservation.settled"));
    }
}
