package dev.linekeeper.service.requests;

import dev.linekeeper.core.tenant.UserId;

/**
 * A change somebody asks for.
 *
 * @param reason in the requester's words, as {@link #kept}; may be empty
 */
public record ChangeRequest(UserId requester, Intent intent, String reason) {
    /** In characters. */
    public static final int LONGEST_REASON = 1000;

    public ChangeRequest {
        reason = kept(reason);
    }

    /** A reason as it is kept: without spaces around it, cut after {@link #LONGEST_REASON} characters. */
    static String kept(String reason) {
        String text = reason.strip();
        if (text.length() <= LONGEST_REASON) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LONGEST_REASON - 1));
        return text.substring(0, halved ? LONGEST_REASON - 1 : LONGEST_REASON);
    }
}
