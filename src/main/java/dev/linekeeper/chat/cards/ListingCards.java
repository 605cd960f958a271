package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** Lists that stay readable: the first rows, and how many more there are. */
public final class ListingCards {
    private static final int SHOWN = 25;

    private ListingCards() {}

    public static Listing of(Explanation title, Explanation text, List<Listing.Row> rows) {
        return new Listing(
                title,
                text,
                rows.stream().limit(SHOWN).toList(),
                Math.max(0, rows.size() - SHOWN),
                List.of(NoteCards.say("help")));
    }
}
