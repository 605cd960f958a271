package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.core.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations and copies of cards. Thread-safe. */
final class JdbcAddresses implements Addresses {
    private static final String THREAD = ";messageid=";

    private final JdbcClient jdbc;
    private final JdbcTransactions transactions;
    private final StoreJson json;

    JdbcAddresses(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public void remember(UserId person, Address personalChat) {
        Object[] row = {json.write(personalChat), personalChat.userId(), person.value()};
        upsert(
                () -> jdbc.sql("update conversation set address = ?, account = ? where person = ?")
                        .params(row)
                        .update(),
                () -> jdbc.sql("insert into conversation (address, account, person) values (?, ?, ?)")
                        .params(row)
                        .update());
    }

    @Override
    public Optional<UserId> personOf(String account) {
        return jdbc
                .sql("select person from conversation where account = ?")
                .param(account)
                .query((row, _) -> new UserId(row.getString(1)))
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Address> find(UserId person) {
        return jdbc.sql("select address from conversation where person = ?")
                .param(person.value())
                .query((row, _) -> json.read(row.getString(1), Address.class))
                .optional();
    }

    @Override
    public void forget(UserId person) {
        jdbc.sql("delete from conversation where person = ?")
                .param(person.value())
                .update();
    }

    @Override
    public void left(Address conversation) {
        String channel = conversation.channel();
        transactions.run(() -> {
            jdbc.sql("delete from card_copy where conversation = ? or position(? in conversation) = 1")
                    .params(channel, channel + THREAD)
                    .update();
            return jdbc.sql("delete from service_url where conversation = ?")
                    .param(channel)
                    .update();
        });
    }

    @Override
    public void heard(Address from) {
        KnownPlace known = known(from);
        from.reader()
                .filter(_ -> !known.address().equals(Optional.of(from)))
                .ifPresent(person -> remember(person, from));
        Object[] row = {from.serviceUrl(), from.channel()};
        if (!known.serviceUrl().equals(Optional.of(from.serviceUrl()))) {
            upsert(
                    () -> jdbc.sql("update service_url set url = ? where conversation = ?")
                            .params(row)
                            .update(),
                    () -> jdbc.sql("insert into service_url (url, conversation) values (?, ?)")
                            .params(row)
                            .update());
        }
    }

    /** What is noted of a conversation and of its reader, in one statement: every message asks for it. */
    private KnownPlace known(Address from) {
        return jdbc.sql("select (select address from conversation where person = ?) as address,"
                        + " (select url from service_url where conversation = ?) as url")
                .params(from.reader().map(UserId::value).orElse(""), from.channel())
                .query((row, _) -> new KnownPlace(
                        Optional.ofNullable(row.getString(1)).map(address -> json.read(address, Address.class)),
                        Optional.ofNullable(row.getString(2))))
                .single();
    }

    private record KnownPlace(Optional<Address> address, Optional<String> serviceUrl) {}

    @Override
    public void posted(CardCopy shown) {
        CardCopy copy = asPosted(shown);
        Object[] row = {copy.topic(), json.write(copy.address()), copy.address().conversationId(), copy.activityId()};
        upsert(
                () -> jdbc.sql("update card_copy set topic = ?, address = ? where conversation = ? and activity = ?")
                        .params(row)
                        .update(),
                () -> jdbc.sql("insert into card_copy (topic, address, conversation, activity) values (?, ?, ?, ?)")
                        .params(row)
                        .update());
    }

    /** A card that was posted in a channel is pressed in the thread it began, and stays that card. */
    private CardCopy asPosted(CardCopy copy) {
        String channel = copy.address().channel();
        boolean began = !channel.equals(copy.address().conversationId())
                && jdbc.sql("select count(*) from card_copy where conversation = ? and activity = ?")
                                .params(channel, copy.activityId())
                                .query(Integer.class)
                                .single()
                        > 0;
        return began ? new CardCopy(copy.topic(), copy.address().forEverybody(), copy.activityId()) : copy;
    }

    @Override
    public void gone(CardCopy copy) {
        jdbc.sql("delete from card_copy where conversation = ? and activity = ?")
                .params(copy.address().conversationId(), copy.activityId())
                .update();
    }

    @Override
    public Optional<String> topic(Address conversation, String activityId) {
        return jdbc
                .sql("select topic from card_copy where conversation in (?, ?) and activity = ?")
                .params(conversation.conversationId(), conversation.channel(), activityId)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public List<CardCopy> copies(String topic) {
        return jdbc.sql("select address, activity, url from card_copy left join service_url on"
                        + " service_url.conversation = case position(? in card_copy.conversation) when 0 then"
                        + " card_copy.conversation else substring(card_copy.conversation from 1 for position(? in"
                        + " card_copy.conversation) - 1) end where topic = ? order by card_copy.conversation,"
                        + " activity")
                .params(THREAD, THREAD, topic)
                .query((row, _) -> new CardCopy(topic, address(row), row.getString("activity")))
                .list();
    }

    /** At the newest URL that is known of its conversation. */
    private Address address(ResultSet row) throws SQLException {
        Address address = json.read(row.getString("address"), Address.class);
        String newest = row.getString("url");
        return newest == null ? address : address.at(newest);
    }

    @FunctionalInterface
    private interface Write {
        int rows();
    }

    private void upsert(Write update, Write insert) {
        transactions.run(() -> {
            int rows = update.rows();
            if (rows > 0) {
                return rows;
            }
            try {
                return transactions.nested(insert::rows);
            } catch (DuplicateKeyException rival) {
                return update.rows();
            }
        });
    }
}
