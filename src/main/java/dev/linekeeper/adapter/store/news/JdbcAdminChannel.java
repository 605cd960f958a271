package dev.linekeeper.adapter.store.news;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.digest.AdminChannel;
import dev.linekeeper.service.requests.Transactions;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of the admin channel. Thread-safe. */
public record JdbcAdminChannel(JdbcClient jdbc, Transactions transactions) implements AdminChannel {
    @Override
    public Optional<ChosenChannel> find() {
        return jdbc.sql("select c.*, coalesce((select url from service_url s where s.conversation = c.conversation),"
                        + " c.service_url) as newest_url from admin_channel c")
                .query((row, _) -> new ChosenChannel(
                        new Address(
                                Optional.empty(),
                                ConversationType.valueOf(row.getString("place")),
                                row.getString("tenant_id"),
                                row.getString("locale"),
                                row.getString("newest_url"),
                                row.getString("channel"),
                                row.getString("conversation"),
                                row.getString("bot"),
                                ""),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void choose(ChosenChannel channel) {
        Address to = channel.address();
        transactions.run(() -> {
            jdbc.sql("delete from admin_channel").update();
            return jdbc.sql("insert into admin_channel (id, place, tenant_id, locale, service_url, channel,"
                            + " conversation, bot, since) values (1, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            to.place().name(),
                            to.tenantId(),
                            to.locale(),
                            to.serviceUrl(),
                            to.channelId(),
                            to.conversationId(),
                            to.botId(),
                            channel.since().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    @Override
    public boolean giveUp(String conversation) {
        return jdbc.sql("delete from admin_channel where conversation = ?")
                        .param(conversation)
                        .update()
                == 1;
    }
}
