package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.core.tenant.Explanation;
import java.util.function.UnaryOperator;

/** An answer under another title. */
final class EntitledAnswer {
    private EntitledAnswer() {}

    /** The answer with its title changed; answers about no person have none. */
    static Answer of(Answer answer, UnaryOperator<Explanation> title) {
        return switch (answer) {
            case Answer.Sheet(var old, var tone, var verdict, var details, var notes, var buttons) ->
                new Answer.Sheet(title.apply(old), tone, verdict, details, notes, buttons);
            case Answer.PersonReadiness(
                    var old,
                    var tone,
                    var verdict,
                    var passed,
                    var total,
                    var checks,
                    var asOf,
                    var buttons) ->
                new Answer.PersonReadiness(title.apply(old), tone, verdict, passed, total, checks, asOf, buttons);
            case Answer.Listing(var old, var text, var rows, var more, var buttons) ->
                new Answer.Listing(title.apply(old), text, rows, more, buttons);
            case Answer.Note(var tone, var old, var text, var buttons) ->
                new Answer.Note(tone, title.apply(old), text, buttons);
            case Answer other -> other;
        };
    }
}
