package dev.linekeeper.chat.drift;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.drift.DriftNews;
import dev.linekeeper.service.drift.ToldDrifts;

/** The news of what changed without us: one drift, or the list of many. */
public record DriftNewsCards(DriftCards cards) implements NewsCards {
    @Override
    public String kind() {
        return DriftNews.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        var told = ToldDrifts.of(item.subject());
        return told.first().equals(told.last())
                ? cards.shown(told.first(), reader)
                : cards.list(told.first(), told.last());
    }
}
