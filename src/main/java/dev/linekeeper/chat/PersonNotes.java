package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to stand on every card about a person. */
@FunctionalInterface
public interface PersonNotes {
    /** Nothing has to. */
    PersonNotes NONE = _ -> Optional.empty();

    /** The sentence for the cards of a person; empty when there is none now. */
    Optional<Explanation> of(UserId person);

    /** An answer about the person with it, before all other notes; answers without room for one stay as they are. */
    default Answer on(UserId person, Answer answer) {
        return switch (answer) {
            case Answer.Sheet sheet -> onSheet(person, sheet);
            case Answer.PersonReadiness(
                    var title,
                    var tone,
                    var verdict,
                    var passed,
                    var total,
                    var checks,
                    var asOf,
                    var buttons) ->
                of(person)
                        .<Answer>map(note -> new Answer.PersonReadiness(
                                title,
                                tone,
                                Explanation.of("chat.emergency.sentences", verdict, note),
                                passed,
                                total,
                                checks,
                                asOf,
                                buttons))
                        .orElse(answer);
            case Answer other -> other;
        };
    }

    /** The same of a sheet. */
    default Answer.Sheet onSheet(UserId person, Answer.Sheet sheet) {
        return of(person)
                .map(note -> new Answer.Sheet(
                        sheet.title(),
                        sheet.tone(),
                        sheet.verdict(),
                        sheet.details(),
                        first(note, sheet.notes()),
                        sheet.suggestions()))
                .orElse(sheet);
    }

    private static List<Explanation> first(Explanation note, List<Explanation> notes) {
        return Stream.concat(Stream.of(note), notes.stream()).toList();
    }
}
