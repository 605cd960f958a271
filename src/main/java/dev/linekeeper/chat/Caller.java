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
 */
public record Caller(
        UserId id, String tenantId, Locale locale, ConversationType place, Optional<Address> conversation) {
    /** Somebody who reads. */
    public Caller(UserId id, String tenantId, Locale locale, ConversationType place) {
        this(id, tenantId, locale, place, Optional.empty());
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

    public boolean othersReadAlong() {
        return place != ConversationType.PERSONAL;
    }
}
