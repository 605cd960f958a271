package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    ButtonPress press(Stored stored, RequestAction verb, UserId reader) {
        return press(
                stored,
                verb,
                reader,
                stored.request() instanceof AwaitingDecision
                        ? Optional.of(stored.request().terms().expires())
                        : stored.request().terms().schedule().flatMap(Schedule::startsAt));
    }

    /** What a reader with these roles may do about a request that is decided. */
    List<Suggestion> others(Stored stored, Set<Role> held, UserId reader) {
        Request request = stored.request();
        var suggestions = new ArrayList<Suggestion>();
        String number = Long.toString(request.id().number());
        boolean mends = held.contains(Role.ADMIN) || held.contains(Role.APPROVER);
        if (request instanceof Request.PartlyApplied && mends) {
            suggestions.add(new Suggestion(
                    Explanation.of("chat.request.retry"),
                    "retry " + number,
                    press(stored, RequestAction.RETRY, reader)));
        }
        boolean real = !request.terms().rehearsal();
        if (request instanceof Request.PartlyApplied && mends && real) {
            suggestions.add(new Suggestion(
                    Explanation.of("chat.request.export"),
                    "export " + number,
                    ChatInput.press(CommandVerbs.EXPORT, Slot.REQUEST, number)));
        }
        boolean done = request instanceof Request.Completed || request instanceof Request.PartlyApplied;
        boolean stays = request.done().isEmpty()
                || request.terms().plan().fix().flatMap(Fix::stays).isPresent();
        if (done && held.contains(Role.ADMIN) && real && !stays) {
            suggestions.add(new Suggestion(
                    Explanation.of("chat.request.undo"),
                    "undo " + number,
                    ChatInput.press(CommandVerbs.UNDO, Slot.REQUEST, number)));
        }
        return suggestions;
    }
}
