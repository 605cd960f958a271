package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.service.digest.NewsItem;

/** The news that the admin channel cannot be written to any more. */
public record ChannelLost() implements NewsCards {
    static final String KIND = "channel-lost";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        return NoteCards.of(Tone.WARNING, "chat.news.lost", item.posted());
    }
}
