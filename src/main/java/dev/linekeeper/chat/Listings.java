package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** Lists that stay readable: the first rows, and how many more there are. */
final class Listings {
    private static final int SHOWN = 25;

    private Listings() {}

    static Listing of(Explanation title, Explanation text, List<Listing.Row> rows) {
        return new Listing(
                title,
                text,
                rows.stream().limit(SHOWN).toList(),
                Math.max(0, rows.size() - SHOWN),
                List.of(Notes.say("help")));
    }
}
