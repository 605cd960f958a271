package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.BotMessage.MessageKind;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.ProgressPace;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wants messages, in the table that {@link JdbcMessageLanes} sends from. Thread-safe. */
final class JdbcMessageQueue implements MessageQueue {
    /** Why a message is kept that must not be sent a second time. */
    static final String SENT = "SENT";

    /** Its post was begun. */
    static final String BEGUN = "BEGUN";

    /** A message by its key. */
    static final String ROW = " where lane = ? and kind = ? and request = ? and occasion = ? and activity = ?";

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final JdbcTransactions transactions;
    private final Addresses addresses;
    private final Clock clock;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    JdbcMessageQueue(JdbcClient jdbc, JdbcTransactions transactions, Addresses addresses, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public void post(UserId person, BotMessage message, Duration notBefore) {
        String lane = addresses.find(person).map(Address::conversationId).orElse("to:" + person.value());
        transactions.run(() -> want(lane, message, Optional.of(person), "", notBefore));
        tell(List.of(lane));
    }

    @Override
    public void postIn(String conversation, BotMessage message) {
        transactions.run(() -> want(conversation, message, Optional.empty(), "", Duration.ZERO));
        tell(List.of(conversation));
    }

    @Override
    public void refresh(RequestId request) {
        refresh(request, Optional.empty());
    }

    @Override
    public void refreshForRequester(RequestId request) {
        jdbc.sql("select requester from request where number = ? union all select requester from batch where"
                        + " number = ?")
                .params(request.number(), request.number())
                .query(String.class)
                .optional()
                .ifPresent(requester -> refresh(request, Optional.of(new UserId(requester))));
    }

    /**
     * The cards that one person reads alone, or every card. Those on their way come first: one that is there by now is a copy
     * before it is none of them any more.
     */
    private void refresh(RequestId request, Optional<UserId> reader) {
        jdbc.sql("update message set revision = revision + 1"
                        + " where request = ? and kind = ? and activity = '' and due is not null and person like ?")
                .params(
                        request.number(),
                        MessageKind.CARD.name(),
                        reader.map(UserId::value).orElse("%"))
                .update();
        List<CardCopy> copies = addresses.copies(request.toString()).stream()
                .filter(copy -> reader.isEmpty() || copy.address().reader().equals(reader))
                .toList();
        copies.forEach(copy -> transactions.run(
                () -> want(lane(copy), BotMessage.card(request), Optional.empty(), copy.activityId(), Duration.ZERO)));
        tell(copies.stream().map(JdbcMessageQueue::lane).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String lane(CardCopy copy) {
        return copy.address().conversationId();
    }

    /**
     * The lanes are not told: who looks for what is due finds it in time. What is due later shows what is wanted now as well,
     * so that one look is all it takes while many members of a batch end.
     */
    @Override
    public void refreshAtPace(RequestId batch, Instant since) {
        var progress = BotMessage.progress(batch, since);
        if (isWantedLater(batch, progress)) {
            return;
        }
        List<CardCopy> copies = addresses.copies(batch.toString());
        Duration pace = ProgressPace.of(since, clock.instant(), copies.size());
        copies.forEach(
                copy -> transactions.run(() -> want(lane(copy), progress, Optional.empty(), copy.activityId(), pace)));
    }

    /** Whether every copy is waited for that is due late enough for nobody to be at it already, whatever their clock says. */
    private boolean isWantedLater(RequestId batch, BotMessage progress) {
        return jdbc.sql("select count(*) from card_copy where topic = ? and not exists (select 1 from message"
                                + " where lane = card_copy.conversation and kind = ? and request = ? and occasion"
                                + " = ? and activity = card_copy.activity and due > ?)")
                        .params(
                                batch.toString(),
                                progress.kind().name(),
                                progress.request().number(),
                                progress.occasion(),
                                SqlTime.column(clock.instant().plus(CLOCKS_DIFFER)))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    @Override
    public void refreshIfOlder(CardCopy copy, long version) {
        RequestId.parse(copy.topic())
                .filter(request -> isNewer(request, version))
                .ifPresent(request -> {
                    String lane = copy.address().conversationId();
                    transactions.run(() ->
                            want(lane, BotMessage.card(request), Optional.empty(), copy.activityId(), Duration.ZERO));
                    tell(List.of(lane));
                });
    }

    private boolean isNewer(RequestId request, long version) {
        return jdbc.sql("select version from request where number = ? union all select version from batch where number"
                        + " = ? union all select version from people_import where number = ?"
                        + " union all select version from news where number = ?"
                        + " union all select version from drift where number = ?")
                .params(Collections.nCopies(5, request.number()))
                .query(Long.class)
                .optional()
                .filter(now -> now > version)
                .isPresent();
    }

    /** A message that failed keeps its time: its next try shows what is wanted now as well. */
    private int want(String lane, BotMessage message, Optional<UserId> person, String activity, Duration notBefore) {
        OffsetDateTime now = SqlTime.column(clock.instant());
        if (wantAgain(lane, message, activity, now) > 0) {
            return 1;
        }
        try {
            return transactions.nested(() -> jdbc.sql("insert into message (lane, kind, request, occasion, activity,"
                            + " person, revision, tries, since, due, why) values (?, ?, ?, ?, ?, ?, 1, 0, ?, ?, '')")
                    .params(
                            lane,
                            message.kind().name(),
                            message.request().number(),
                            message.occasion(),
                            activity,
                            person.map(UserId::value).orElse(""),
                            now,
                            now.plus(notBefore))
                    .update());
        } catch (DuplicateKeyException there) {
            return wantAgain(lane, message, activity, now);
        }
    }

    private int wantAgain(String lane, BotMessage message, String activity, OffsetDateTime now) {
        return jdbc.sql("update message set revision = revision + 1, due = coalesce(due, ?)" + ROW + " and why <> ?")
                .params(
                        now,
                        lane,
                        message.kind().name(),
                        message.request().number(),
                        message.occasion(),
                        activity,
                        SENT)
                .update();
    }

    @Override
    public void resume(UserId person) {
        int resumed = jdbc.sql(
                        "update message set due = ?, tries = 1, since = ? where person = ? and due is null and why <>"
                                + " ?")
                .params(SqlTime.column(clock.instant()), SqlTime.column(clock.instant()), person.value(), SENT)
                .update();
        if (resumed > 0) {
            tell(jdbc.sql("select distinct lane from message where person = ? and due is not null")
                    .param(person.value())
                    .query((row, _) -> row.getString(1))
                    .list());
        }
    }

    @Override
    public Map<UserId, String> unreached(RequestId request) {
        return jdbc
                .sql("select person, why from message where request = ? and kind = ? and person <> ''"
                        + " and why not in ('', ?)")
                .params(request.number(), MessageKind.CARD.name(), BEGUN)
                .query((row, _) -> Map.entry(new UserId(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    @Override
    public void whenWanted(Consumer<String> listener) {
        listeners.add(listener);
    }

    private void tell(Collection<String> lanes) {
        lanes.forEach(lane -> listeners.forEach(listener -> listener.accept(lane)));
    }
}
