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
    /** The reason that is about how many change at once, not about what is lost. */
    static final String MANY = "plan.risk.batch";

    private HighRiskQuestion() {}

    /** The question about what a request does to the person called {@code name}; the button carries the token. */
    public static Answer of(RequestId request, Explanation what, String name, Risk risk, String token) {
        return of(request, what, RequestCards.name(name), lost(risk), token);
    }

    static Answer of(RequestId request, Explanation what, Explanation who, Explanation lost, String token) {
        String number = Long.toString(request.number());
        var yes = ChatInput.press(CommandVerbs.CONFIRM, Slot.REQUEST, number).with(Slot.NONCE, token);
        var no = ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, number);
        return new Sheet(
                Explanation.of("chat.confirm.title", request, what),
                Answer.Tone.WARNING,
                Explanation.of("chat.confirm.text"),
                List.of(Sheet.detail("chat.confirm.who", who), Sheet.detail("chat.confirm.lost", lost)),
                List.of(),
                List.of(
                        new Suggestion(Explanation.of("chat.confirm.yes"), "confirm " + number, yes),
                        new Suggestion(Explanation.of("chat.confirm.no"), "request " + number, no)));
    }

    /** The gravest reason that is about this person, not about how many change at once. */
    private static Explanation lost(Risk risk) {
        return risk.why().stream()
                .filter(why -> !why.key().equals(MANY))
                .findFirst()
                .orElseGet(() -> risk.why().getFirst());
    }
}
