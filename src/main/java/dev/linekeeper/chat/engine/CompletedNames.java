package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.List;
import java.util.stream.Collectors;

/** The question whether those people are meant whose names were completed, each with the department. */
final class CompletedNames {
    private CompletedNames() {}

    /** Asks before anything is done; {@code yes} does it for these people, {@code others} asks who else is meant. */
    static Answer askedBack(List<DirectoryEntry> people, String written, ButtonPress yes, ButtonPress others) {
        String key = people.size() == 1 ? "chat.completed.one" : "chat.completed.several";
        String who = people.stream()
                .map(person -> "%s, %s".formatted(person.displayName(), where(person)))
                .collect(Collectors.joining("; "));
        return new Answer.Note(
                Answer.Tone.INFO,
                Explanation.of(key + ".title", who, people.size()),
                Explanation.of(key + ".text", who, written),
                List.of(
                        new Suggestion(Explanation.of("chat.completed.yes"), "", yes),
                        new Suggestion(Explanation.of("chat.completed.others"), "", others)));
    }

    /** What tells namesakes apart: the department, or the principal name of who has none. */
    static String where(DirectoryEntry person) {
        return person.department().orElse(person.userPrincipalName());
    }
}
