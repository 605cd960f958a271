package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows copied out of a spreadsheet, with or without a sentence above them. What a sentence says of a few people is none. */
final class PastedRows {
    private static final Pattern ROW =
            Pattern.compile(".*(@|\\t|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-).*", Pattern.DOTALL);
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private PastedRows() {}

    /** The command that takes them, the one that takes a file; empty when there are none in the text. */
    static Optional<CommandMatch> in(String text, CommandBook book) {
        String[] parts = LINE_BREAK.split(text.strip(), 2);
        return understood(parts[0], book)
                .filter(first -> parts.length > 1 && first.command().takesFile())
                .map(first -> new CommandMatch(first.command(), first.slots().with(Slot.ROWS, parts[1])))
                .or(() -> book.ofFileAlone()
                        .flatMap(taking -> rows(text, understood(text, book))
                                .map(slots -> new CommandMatch(taking.command(), slots))));
    }

    private static Optional<CommandMatch> understood(String text, CommandBook book) {
        return text.length() > Utterance.LONGEST
                ? Optional.empty()
                : book.understand(Utterance.of(text).text());
    }

    /** A sentence with more people than are found for one, or a table that is no sentence. */
    private static Optional<SlotValues> rows(String text, Optional<CommandMatch> meant) {
        if (meant.isEmpty()) {
            var lines = text.lines().filter(line -> !line.isBlank()).toList();
            long rows =
                    lines.stream().filter(line -> ROW.matcher(line).matches()).count();
            return Optional.of(SlotValues.ofInputs(Map.of(Slot.ROWS.key(), text)))
                    .filter(_ -> lines.size() > 1 && rows * 2 >= lines.size());
        }
        var people = meant.get().slots().list(Slot.PEOPLE);
        return meant.filter(it -> it.command().verb().equals(CommandVerbs.ENROL))
                .filter(_ -> people.size() > CommandRunner.MOST_PEOPLE)
                .map(it -> it.slots().with(Slot.PEOPLE, "").with(Slot.ROWS, String.join("\n", people)));
    }
}
