package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** What a person is told of a change to their calls: what they have now, what they lost, and the worst about emergency calls. */
final class OutcomeNotes {
    private OutcomeNotes() {}

    static Answer of(Plan plan) {
        String key = "chat.told." + told(plan);
        Explanation text = Explanation.of(key + ".text");
        return plan.emergencyAfterwards()
                .filter(said -> !EmergencyVerdict.says(EmergencyLevel.NOTHING_FOUND, said))
                .<Answer>map(said -> new Answer.Note(
                        Tone.WARNING,
                        Explanation.of(key + ".title"),
                        Explanation.of("chat.emergency.sentences", said, text),
                        List.of()))
                .orElseGet(() -> NoteCards.of(Tone.INFO, key));
    }

    private static String told(Plan plan) {
        return switch (plan.purpose()) {
            case ENROL -> "enrolled";
            case MOVE -> "moved";
            case REMOVE -> plan.endsCalls() || plan.emergencyAfterwards().isEmpty() ? "calls-lost" : "removed";
            case NUMBER -> "own-number";
            case RELEASE -> plan.endsCalls() ? "calls-lost.number" : "number-released";
            case NEW_POLICY, CHANGE_POLICY, REMOVE_POLICY, FIX, GRANT_TO_GROUP, TAKE_FROM_GROUP ->
                throw new IllegalStateException("A policy is nobody who is told of their settings");
            case UNDO, RESTORE -> plan.endsCalls() ? "calls-lost" : "undone";
        };
    }
}
