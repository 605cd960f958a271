package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.RequestAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Buttons that decide: each good once, for one reader, in one state of a request or batch. */
public record RequestButtons(ButtonTokens tokens, Clock clock) {
    private static final Duration WORK_AFTER_EXPIRY = Duration.ofHours(1);
    private static final Duration OTHERS_WORK = Duration.ofDays(7);

    /** {@code expires} is when what it decides expires; empty for what is not awaiting a decision. */
    ButtonPress press(ButtonTokens.Target target, RequestAction verb, UserId reader, Optional<Instant> expires) {
        Instant until = expires.map(at -> at.plus(WORK_AFTER_EXPIRY))
                .orElseGet(() -> clock.instant().plus(OTHERS_WORK));
        return new ButtonPress(
                verb.name().toLowerCase(Locale.ROOT),
                Map.of(
                        Slot.REQUEST.key(), Long.toString(target.id().number()),
                        Slot.NONCE.key(), tokens.issue(target, verb, reader, until)));
    }
}
