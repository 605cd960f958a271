package dev.linekeeper.service.requests;

import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * Somebody asking for something.
 *
 * @param reason in their words, at most {@link #LONGEST_REASON} characters are kept; may be empty
 * @param onBehalfOf for whom they ask, when that is neither they nor the person it is for
 */
public record Wish(UserId requester, Intent intent, String reason, Optional<UserId> onBehalfOf) {
    public static final int LONGEST_REASON = 1000;

    public Wish {
        reason = reason.strip();
        if (reason.length() > LONGEST_REASON) {
            boolean halved = Character.isHighSurrogate(reason.charAt(LONGEST_REASON - 1));
            reason = reason.substring(0, halved ? LONGEST_REASON - 1 : LONGEST_REASON);
        }
    }

    public Wish(UserId requester, Intent intent, String reason) {
        this(requester, intent, reason, Optional.empty());
    }
}
