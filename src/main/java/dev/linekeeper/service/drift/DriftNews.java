package dev.linekeeper.service.drift;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.requests.Transactions;
import java.util.List;

/** Tells voice admins of what was found: each by itself, or, where one look found more than a few, all on one card. */
public record DriftNews(DriftStore store, AdminNews news, DriftEvents events, Transactions transactions) {
    /** Of news. */
    public static final String KIND = "drift";

    private static final int MOST = 5;

    /** Tells of those that nobody was told of. */
    void tell() {
        transactions.run(() -> {
            List<RequestId> untold = store.untold();
            if (untold.size() > MOST) {
                news.post(KIND, new ToldDrifts(untold.getFirst(), untold.getLast()).subject());
            } else {
                untold.forEach(id -> news.post(KIND, new ToldDrifts(id, id).subject()));
            }
            store.told(untold);
            return untold.size();
        });
    }

    /** Has every card of that drift made anew. */
    void changed(RequestId id) {
        events.changed(id);
    }
}
