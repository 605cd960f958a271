package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** Lists that stay readable: the first rows, and how many more there are. */
public final class ListingCards {
    public static final int SHOWN = 25;

    private ListingCards() {}

    /** With buttons of its own. */
    public static Listing of(
            Explanation title, Explanation text, List<Listing.Row> rows, List<Suggestion> suggestions) {
        Listing some = of(title, text, rows);
        return new Listing(some.title(), some.text(), some.rows(), some.more(), suggestions);
    }

    public static Listing of(Explanation title, Explanation text, List<Listing.Row> rows) {
        return of(title, text, rows, rows.size());
    }

    /** Of so many rows, of which the first are at hand. */
    public static Listing of(Explanation title, Explanation text, List<Listing.Row> rows, int all) {
        return new Listing(
                title,
                text,
                rows.stream().limit(SHOWN).toList(),
                Math.max(0, all - SHOWN),
                List.of(NoteCards.say("help")));
    }
}
