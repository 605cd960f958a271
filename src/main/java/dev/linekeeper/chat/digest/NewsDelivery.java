package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues news for whom it goes to: the admin channel, else each voice admin in their own chat. */
public record NewsDelivery(
        NewsStore store,
        AdminNews news,
        AdminChannel channel,
        ChannelChoice choice,
        Roles roles,
        Addresses addresses,
        MessageQueue queue) {
    private static final Logger log = LoggerFactory.getLogger(NewsDelivery.class);

    /**
     * Follows a move of that number, if it is news; to be told of one twice does no harm.
     *
     * @throws dev.linekeeper.service.people.RolesNotRead when it is not known who voice admins are
     */
    public void moved(RequestId number, long version) {
        store.find(number).ifPresent(item -> {
            if (version == 1) {
                deliver(number);
            } else {
                queue.refresh(number);
            }
        });
    }

    /** Sends it where news goes now; like {@link #moved}. */
    public void deliver(RequestId number) {
        channel.find()
                .ifPresentOrElse(
                        chosen -> queue.postIn(chosen.address().conversationId(), BotMessage.news(number)),
                        () -> deliverInPerson(number));
    }

    /** Sends it to each voice admin, as it cannot be sent to the channel; like {@link #moved}. */
    public void deliverInPerson(RequestId number) {
        List<UserId> readers = roles.holders(Role.ADMIN).stream()
                .filter(admin -> addresses.find(admin).isPresent())
                .toList();
        if (readers.isEmpty()) {
            log.warn("action=news number={} outcome=nobody", number);
        }
        readers.forEach(admin -> queue.post(admin, BotMessage.news(number)));
    }

    /** The bot cannot write to that conversation any more. Where it was the channel, news goes to people again, which they are told. */
    public void lost(String conversation) {
        choice.lost(conversation, since -> news.post(ChannelLost.KIND, "%s %s".formatted(since, conversation)));
    }
}
