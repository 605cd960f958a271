package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.BotMessage.MessageKind;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.ProgressPace;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Picks what may be sent, and notes what became of it. Thread-safe. */
record JdbcMessageLanes(JdbcClient jdbc, Clock clock) implements MessageLanes {
    private static final Set<MessageKind> SENT_ONCE =
            EnumSet.of(MessageKind.REMINDER, MessageKind.OUTCOME, MessageKind.NEWS);

    @Override
    public List<String> dueLanes() {
        return jdbc.sql("select distinct lane from message where due <= ?")
                .param(SqlTime.column(clock.instant()))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<DueMessage> due(String lane) {
        return jdbc.sql("select * from message where lane = ? and due <= ? order by due, since, request, activity")
                .params(lane, SqlTime.column(clock.instant()))
                .query((row, _) -> read(row))
                .list();
    }

    private static DueMessage read(ResultSet row) throws SQLException {
        return new DueMessage(
                row.getString("lane"),
                new BotMessage(
                        MessageKind.valueOf(row.getString("kind")),
                        new RequestId(row.getLong("request")),
                        row.getString("occasion")),
                Optional.of(row.getString("person")).filter(id -> !id.isEmpty()).map(UserId::new),
                row.getString("activity"),
                row.getLong("revision"),
                row.getInt("tries"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("why").equals(JdbcMessageQueue.BEGUN));
    }

    @Override
    public Optional<Instant> next(String lane) {
        return jdbc.sql("select due from message where lane = ? and due is not null order by due limit 1")
                .param(lane)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public void begin(DueMessage message) {
        change("update message set why = ?", "", message, JdbcMessageQueue.BEGUN);
    }

    @Override
    public void sent(DueMessage message) {
        boolean again = !SENT_ONCE.contains(message.message().kind());
        String done =
                again ? "delete from message" : "update message set due = null, why = '" + JdbcMessageQueue.SENT + "'";
        if (change(done, " and revision = " + message.revision(), message) == 0) {
            change("update message set tries = 0, why = '', due = ?", "", message, SqlTime.column(nextTime(message)));
        }
        if (message.message().kind() == MessageKind.CARD
                && !message.activityId().isEmpty()) {
            toldJustNow(message);
        }
    }

    /** A card that was replaced because its batch moved says how far that is as well. */
    private void toldJustNow(DueMessage message) {
        Instant now = clock.instant();
        OffsetDateTime next = SqlTime.column(now.plus(ProgressPace.of(now, now, copies(message))));
        jdbc.sql("update message set due = ? where lane = ? and kind = ? and request = ? and activity = ? and due < ?")
                .params(
                        next,
                        message.lane(),
                        MessageKind.PROGRESS.name(),
                        message.message().request().number(),
                        message.activityId(),
                        next)
                .update();
    }

    private int copies(DueMessage message) {
        return jdbc.sql("select count(*) from card_copy where topic = ?")
                .param(message.message().request().toString())
                .query(Integer.class)
                .single();
    }

    /** A card that was wanted again while it was sent is sent at once, one that tells of progress at its pace. */
    private Instant nextTime(DueMessage message) {
        Instant now = clock.instant();
        return message.message().kind() == MessageKind.PROGRESS
                ? now.plus(ProgressPace.of(Instant.parse(message.message().occasion()), now, copies(message)))
                : now;
    }

    @Override
    public void postpone(DueMessage message, Instant until, String why) {
        change("update message set due = ?, tries = tries + 1, why = ?", "", message, SqlTime.column(until), why);
    }

    @Override
    public void discard(DueMessage message) {
        change("delete from message", "", message);
    }

    @Override
    public void giveUp(DueMessage message, String why) {
        if (message.person().isEmpty()) {
            discard(message);
        } else {
            change("update message set due = null, why = ?", "", message, why);
        }
    }

    private int change(String sql, String condition, DueMessage message, Object... values) {
        return jdbc.sql(sql + JdbcMessageQueue.ROW + condition)
                .params(values)
                .params(key(message))
                .update();
    }

    private static List<Object> key(DueMessage due) {
        BotMessage what = due.message();
        return List.of(due.lane(), what.kind().name(), what.request().number(), what.occasion(), due.activityId());
    }
}
