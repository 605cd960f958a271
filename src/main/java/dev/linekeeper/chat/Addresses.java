package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/** Where people can be reached and which cards they have: kept in the store, so that any replica can find them. */
public interface Addresses {
    /**
     * A conversation as the channel described it.
     *
     * @param reader whose eyes a card there is for; in a channel the bot's own view for everyone, so nobody
     * @param serviceUrl where the channel takes messages
     * @param botId the bot's account on the channel
     * @param userId the person's account on the channel (not their Entra id)
     */
    record Address(
            Optional<UserId> reader,
            Caller.ConversationType place,
            String tenantId,
            String locale,
            String serviceUrl,
            String channelId,
            String conversationId,
            String botId,
            String userId) {
        /** The conversation without a thread of it, and without who spoke there. */
        public Address forEverybody() {
            return new Address(Optional.empty(), place, tenantId, locale, serviceUrl, channelId, channel(), botId, "");
        }

        /** The id of the conversation, for a thread that of its channel. */
        public String channel() {
            int thread = conversationId.indexOf(";messageid=");
            return thread < 0 ? conversationId : conversationId.substring(0, thread);
        }

        /** The same conversation at another service URL. */
        public Address at(String newServiceUrl) {
            return new Address(
                    reader, place, tenantId, locale, newServiceUrl, channelId, conversationId, botId, userId);
        }
    }

    /** A card somebody has: the activity that carries it, and where. */
    record CardCopy(String topic, Address address, String activityId) {}

    /** Remembers a person's own chat with the bot; the newest wins. */
    void remember(UserId person, Address personalChat);

    Optional<Address> find(UserId person);

    /** Whose account on the channel it is, by the chats remembered. */
    Optional<UserId> personOf(String account);

    void forget(UserId person);

    /** Forgets a conversation that the bot was removed from, with the threads of a channel: how to write there, and its cards. */
    void left(Address conversation);

    /**
     * Notes how to write back to a conversation, from anything that came from there: its newest service URL, which the
     * threads of a channel share, and whose own chat with the bot it is.
     */
    void heard(Address from);

    void posted(CardCopy copy);

    /** Forgets a card that was deleted. */
    void gone(CardCopy copy);

    /** The topic of a card that was posted in the conversation. */
    Optional<String> topic(Address conversation, String activityId);

    /** The cards of the topic, each at the newest service URL of its conversation. */
    List<CardCopy> copies(String topic);
}
