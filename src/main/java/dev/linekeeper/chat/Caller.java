package dev.linekeeper.chat;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.core.tenant.UserId;
import java.util.Locale;
import java.util.Optional;

/**
 * The sender of a message, from the verified activity alone: never from card data, names or mail addresses. Roles are
 * read for each command.
 *
 * @param tenantId the Entra tenant the activity came from
 * @param conversation where they speak; empty where that is no matter, such as for the reader of a card
 * @param delivery the same key, of 64 characters, when what they said is delivered again; empty where it has none
 */
public record Caller(
        UserId id,
        String tenantId,
        Locale locale,
        ConversationType place,
        Optional<Address> conversation,
        Optional<String> delivery) {
    /** Somebody who reads. */
    public Caller(UserId id, String tenantId, Locale locale, ConversationType place) {
        this(id, tenantId, locale, place, Optional.empty(), Optional.empty());
    }

    /** The kind of conversation. In a channel and a group chat others read along. */
    public enum ConversationType {
        PERSONAL,
        GROUP,
        CHANNEL
    }

    public Caller {
        if (id.equals(UserId.LINEKEEPER)) {
            throw new IllegalArgumentException("Nobody may speak as Linekeeper itself");
        }
    }

    /** Where they read the answer to what they said in another place. */
    public Caller answering(Caller asked) {
        return new Caller(id, tenantId, locale, place, conversation, asked.delivery);
    }

    public boolean othersReadAlong() {
        return place != ConversationType.PERSONAL;
    }
}
