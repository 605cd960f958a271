package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** Asks who approves a request of high risk once more, with who is concerned and what is lost. */
public final class HighRiskQuestion {
    private HighRiskQuestion() {}

    /** The question about what a request does to the person called {@code name}; the button carries the token. */
    public static Answer of(RequestId request, Explanation what, String name, Risk risk, String token) {
        String number = Long.toString(request.number());
        return new Sheet(
                Explanation.of("chat.confirm.title", request, what),
                Answer.Tone.WARNING,
                Explanation.of("chat.confirm.text"),
                List.of(
                        Sheet.detail("chat.confirm.who", RequestCards.name(name)),
                        Sheet.detail("chat.confirm.lost", lost(risk))),
                List.of(),
                List.of(
                        new Suggestion(
                                Explanation.of("chat.confirm.yes"),
                                "confirm " + number,
                                ChatInput.press(CommandVerbs.CONFIRM, Slot.REQUEST, number)
                                        .with(Slot.NONCE, token)),
                        new Suggestion(
                                Explanation.of("chat.confirm.no"),
                                "request " + number,
                                ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, number))));
    }

    /** The gravest reason that is about this person, not about how many change at once. */
    private static Explanation lost(Risk risk) {
        return risk.why().stream()
                .filter(why -> !why.key().equals("plan.risk.batch"))
                .findFirst()
                .orElseGet(() -> risk.why().getFirst());
    }
}
