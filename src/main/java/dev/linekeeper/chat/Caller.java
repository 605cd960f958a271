package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.UserId;
import java.util.Locale;

/**
 * Who is speaking, from the verified activity alone: never from card data, names or mail addresses. What they may do is
 * looked up when they ask.
 *
 * @param tenantId the Entra tenant the activity came from
 */
public record Caller(UserId id, String tenantId, Locale locale, ConversationType place) {
    /** Where something is said. In a channel and a group chat others read along. */
    public enum ConversationType {
        PERSONAL,
        GROUP,
        CHANNEL
    }

    public boolean othersReadAlong() {
        return place != ConversationType.PERSONAL;
    }
}
