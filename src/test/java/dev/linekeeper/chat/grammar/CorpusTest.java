package dev.linekeeper.chat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.commands.CommandsForTests;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import dev.linekeeper.chat.engine.Utterance;
import dev.linekeeper.chat.grammar.Corpus.Line;
import dev.linekeeper.service.people.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How much of what people say is understood, by language and by job, and that nothing is done that was not said. */
class CorpusTest {
    /** What the ears understood before they knew a grammar; they never become worse. */
    private static final double FLOOR = 0.15;

    /** What changes something, or asks for it. */
    private static final Set<String> CHANGES = Set.of(
            "enrol",
            "enrol-department",
            "enrol-group",
            "enrol-everyone",
            "move",
            "remove",
            "undo",
            "cancel",
            "approve",
            "confirm",
            "deny",
            "retry",
            "give",
            "fix");

    private final CommandBook book = CommandsForTests.withoutServices();
    private final Map<Line, String> heard = new HashMap<>();

    @Test
    void what_people_say_is_understood() {
        List<Line> lines = Corpus.read();

        print("all", lines, _ -> "all");
        print("language", lines, Line::language);
        print("job", lines, Line::job);
        assertThat(share(lines)).isGreaterThan(FLOOR);
    }

    @Test
    void nothing_is_done_that_was_not_said() {
        var wrong = Corpus.read().stream().filter(this::isWronglyActedOn).toList();

        System.out.printf("wrongly acted on: %d%n", wrong.size());
        wrong.forEach(line -> System.out.printf("  %s -> %s%n", line, heard(line)));
        assertThat(wrong).hasSizeLessThanOrEqualTo(14);
    }

    private boolean isWronglyActedOn(Line line) {
        String heard = heard(line);
        return CHANGES.contains(heard.split(" ", 2)[0]) && heard.contains("=") && !heard.equals(line.meaning());
    }

    private boolean isUnderstood(Line line) {
        String heard = heard(line);
        return (heard.startsWith("~") ? heard.substring(1) : heard).equals(line.meant());
    }

    /** In the notation of the corpus. */
    private String heard(Line line) {
        return heard.computeIfAbsent(line, this::hear);
    }

    private String hear(Line line) {
        String said = Utterance.of(line.sentence()).text();
        return book.understand(said)
                .map(CorpusTest::written)
                .or(() -> book.correction(said, Set.of(Role.values()))
                        .flatMap(book::understand)
                        .map(match -> "~" + written(match)))
                .orElse("@unclear");
    }

    private static String written(CommandMatch match) {
        return match.slots().inputs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(slot -> slot.getKey() + "=" + slot.getValue())
                .collect(Collectors.joining(
                        "; ", match.command().verb() + (match.slots().inputs().isEmpty() ? "" : " "), ""));
    }

    private double share(List<Line> lines) {
        return (double) lines.stream().filter(this::isUnderstood).count() / lines.size();
    }

    private void print(String title, List<Line> lines, Function<Line, String> group) {
        lines.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList())).forEach((name, some) ->
                System.out.printf("understood, %s %s: %.1f %% of %d%n", title, name, 100 * share(some), some.size()));
        if (Boolean.getBoolean("linekeeper.corpus")) {
            lines.stream()
                    .filter(line -> !isUnderstood(line))
                    .forEach(line -> System.out.printf("  %s -> %s%n", line, heard(line)));
        }
    }
}
