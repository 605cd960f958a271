package dev.linekeeper.chat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.commands.CommandsForTests;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import dev.linekeeper.chat.engine.Understanding;
import dev.linekeeper.chat.engine.Understanding.Meaning;
import dev.linekeeper.chat.grammar.Corpus.Line;
import dev.linekeeper.chat.talk.Talk;
import dev.linekeeper.service.people.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How much of what people say is understood, by language and by job, and that nothing is done that was not said. */
class CorpusTest {
    private static final double IN_ALL = 0.90;
    private static final double IN_EACH = 0.85;

    /** Policies of the demo; whoever names another is asked which. */
    private static final Set<String> POLICIES = Set.of("london", "seattle", "berlin", "denver");

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

    private final CommandBook book = Talk.book(CommandsForTests.commands());
    /** What is answered with a note, whatever else was said. */
    private final Set<String> talk =
            Talk.with(List.of()).stream().map(Command::verb).collect(Collectors.toSet());

    private final Understanding understanding = new Understanding(book);
    private final Map<Line, String> heard = new HashMap<>();

    @Test
    void what_people_say_is_understood() {
        List<Line> lines = Corpus.read();

        print("all", lines, _ -> "all");
        print("held out", lines, line -> line.isHeldOut() ? "yes, " + line.language() : "no");
        print("language", lines, Line::language);
        print("job", lines, Line::job);
        assertThat(share(lines)).isGreaterThanOrEqualTo(IN_ALL);
        assertThat(shares(lines, Line::language).values()).allMatch(share -> share >= IN_EACH);
        assertThat(shares(lines, Line::job).values()).allMatch(share -> share >= IN_EACH);
    }

    @Test
    void nothing_is_done_that_was_not_said() {
        var wrong = Corpus.read().stream().filter(this::isWronglyActedOn).toList();

        System.out.printf("wrongly acted on: %d%n", wrong.size());
        wrong.forEach(line -> System.out.printf("  %s -> %s%n", line, heard(line)));
        assertThat(wrong).isEmpty();
    }

    private boolean isWronglyActedOn(Line line) {
        String heard = heard(line);
        return CHANGES.contains(heard.split(" ", 2)[0])
                && heard.contains("=")
                && !heard.equals(line.meaning())
                && policy(heard).map(POLICIES::contains).orElse(true);
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
        return switch (understanding.of(book.heard(line.sentence()).text(), () -> Set.of(Role.values()))) {
            case Meaning.Said(var match) -> written(match);
            case Meaning.Mistyped(var match, _) -> "~" + written(match);
            case Meaning.Withheld() -> "@withhold";
            case Meaning.Unclear() -> "@unclear";
        };
    }

    private String written(CommandMatch match) {
        String verb = match.command().verb();
        return talk.contains(verb) ? verb : writtenWithSlots(match);
    }

    private static String writtenWithSlots(CommandMatch match) {
        return match.slots().inputs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(slot -> slot.getKey() + "=" + slot.getValue())
                .collect(Collectors.joining(
                        "; ", match.command().verb() + (match.slots().inputs().isEmpty() ? "" : " "), ""));
    }

    private double share(List<Line> lines) {
        return (double) lines.stream().filter(this::isUnderstood).count() / lines.size();
    }

    private Map<String, Double> shares(List<Line> lines, Function<Line, String> group) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        group, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), this::share)));
    }

    private void print(String title, List<Line> lines, Function<Line, String> group) {
        shares(lines, group)
                .forEach((name, share) -> System.out.printf("understood, %s %s: %.1f %%%n", title, name, 100 * share));
    }

    private static Optional<String> policy(String heard) {
        int at = heard.indexOf("policy=");
        return at < 0
                ? Optional.empty()
                : Optional.of(heard.substring(at + 7).split(";")[0].toLowerCase(Locale.ROOT));
    }
}
