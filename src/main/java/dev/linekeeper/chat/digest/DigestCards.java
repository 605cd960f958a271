package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.digest.DigestFigures;
import dev.linekeeper.service.digest.DigestStore;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.digest.WeeklyDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A digest as a card: how many are ready, what stops the others and whose job that is, and how it was before. */
public record DigestCards(DigestStore store) implements NewsCards {
    /** The last one before, and the fifth. */
    private static final int LOOKED_BACK = 5;

    @Override
    public String kind() {
        return WeeklyDigest.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        LocalDate day = LocalDate.parse(item.subject());
        return store.until(day, 1).stream()
                .filter(figures -> figures.day().equals(day))
                .findFirst()
                .map(figures -> of(figures, reader))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.digest.forgotten", day));
    }

    /** The figures beside those of digests before that day. */
    Answer of(DigestFigures now, Caller reader) {
        var trend = new DigestTrend(now, store.until(now.day().minusDays(1), LOOKED_BACK));
        return new Sheet(
                Explanation.of("chat.digest.title", now.taken()),
                now.broken() > 0 ? Tone.WARNING : now.unknown() > 0 ? Tone.INFO : Tone.GOOD,
                Explanation.of("chat.digest.verdict", now.ready(), now.ready() + now.broken(), now.broken()),
                trend.details(),
                Stream.concat(trend.rules(), now.unknown() > 0 ? Stream.of(unknown(now)) : Stream.of())
                        .toList(),
                suggestions(reader));
    }

    private static Explanation unknown(DigestFigures now) {
        return Explanation.of("chat.digest.unknown.note", now.unknown());
    }

    /** What takes long is not offered where its answer would take the card's place for everybody. */
    private static List<Suggestion> suggestions(Caller reader) {
        var requests = NoteCards.say("requests");
        return reader.othersReadAlong() ? List.of(requests) : List.of(NoteCards.say("check all"), requests);
    }
}
