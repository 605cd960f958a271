package dev.linekeeper.service.requests;

import dev.linekeeper.core.tenant.UserId;

/**
 * A change that a requester asks for.
 *
 * @param reason in the requester's words, as {@link #shortened}; may be empty
 */
public record ChangeRequest(UserId requester, Intent intent, String reason) {
    /** In characters. */
    public static final int LONGEST_REASON = 1000;

    public ChangeRequest {
        reason = shortened(reason);
    }

    /** A reason as it is stored: without spaces around it, cut after {@link #LONGEST_REASON} characters. */
    static String shortened(String reason) {
        String text = reason.strip();
        if (text.length() <= LONGEST_REASON) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LONGEST_REASON - 1));
        return text.substring(0, halved ? LONGEST_REASON - 1 : LONGEST_REASON);
    }
}
