package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.DeliveryLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The log of an embedded database, which belongs to one process: who is at an activity is known in memory and ends with the
 * process, and what was answered is written in one statement. Each commit there is a write to the disk. Thread-safe.
 */
final class EmbeddedDeliveryLog implements DeliveryLog {
    private final JdbcDeliveryLog stored;
    private final Map<String, Instant> underWay = new ConcurrentHashMap<>();

    EmbeddedDeliveryLog(JdbcDeliveryLog stored) {
        this.stored = stored;
    }

    @Override
    public DeliveryState begin(String id, Instant now, Instant deadBefore) {
        Instant since = underWay.putIfAbsent(id, now);
        if (since != null && !(since.isBefore(deadBefore) && underWay.replace(id, since, now))) {
            return DeliveryState.UNDER_WAY;
        }
        boolean isNew = false;
        try {
            isNew = !stored.isAnswered(id);
        } finally {
            if (!isNew) {
                underWay.remove(id, now);
            }
        }
        return isNew ? DeliveryState.FIRST : DeliveryState.ANSWERED;
    }

    @Override
    public void renew(String id, Instant now) {
        underWay.replace(id, now);
    }

    @Override
    public void answered(String id, Instant now) {
        stored.noteAnswered(id, now, "merge into seen_activity (at, id, answered) key (id) values (?, ?, true)");
        underWay.remove(id);
    }

    @Override
    public void unanswered(String id) {
        underWay.remove(id);
    }

    @Override
    public void forget(String id) {
        stored.forget(id);
    }

    @Override
    public void keep(KeptActivity activity, Instant due) {
        stored.keep(activity, due);
    }

    @Override
    public List<KeptActivity> abandoned(Instant now, Instant deadBefore) {
        return stored.abandoned(now, deadBefore).stream()
                .filter(kept -> underWay.getOrDefault(kept.id(), Instant.MIN).isBefore(deadBefore))
                .toList();
    }
}
