package dev.linekeeper.core.fixes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what can be put right has a row for each, and says of it what the code does. */
class FixesInDocumentsTest {
    private static final Pattern WRITE = Pattern.compile("(?:New|Set|Remove)-Cs\\w+");
    private static final String ROLE = "Teams Communications Administrator";
    /** Nothing takes an account back; Graph is documented to take a number from one. */
    private static final Set<Fixable> NOT_BACK_BY_POWERSHELL = Set.of(Fixable.ACCOUNT, Fixable.NUMBER);

    /** What Graph does, and so no cmdlet of ours. */
    private static final List<Fixable> BY_GRAPH =
            List.of(Fixable.PLACE, Fixable.ROUTING, Fixable.USAGE_LOCATION, Fixable.SIGN_IN);

    private record Line(String rules, String step, String operation, String permission, String undo, String then) {
        static Line of(String row) {
            String[] cells = row.split("\\|", -1);
            return new Line(cells[1].strip(), cells[2].strip(), cells[3], cells[4], cells[5], cells[6].strip());
        }

        static List<String> writes(String cell) {
            return WRITE.matcher(cell)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
        }
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(Path.of("src/docs/fixes.md")).stream()
                .filter(row -> row.matches("\\| (?:[A-Z]{3}-\\d\\d|a site).*"))
                .map(Line::of)
                .toList();
    }

    private static String joined(Stream<RuleId> rules) {
        return rules.map(RuleId::value).collect(Collectors.joining(", "));
    }

    @Test
    void every_fix_has_its_row_with_the_rules_that_offer_it_its_step_and_the_rules_that_hold_then() throws IOException {
        assertThat(lines())
                .extracting(line -> "%s %s %s".formatted(line.rules(), line.step(), line.then()))
                .containsExactlyElementsOf(Stream.of(Fixable.values())
                        .map(it -> "%s `%s` %s"
                                .formatted(
                                        it.offeredBy().isEmpty() ? "a site" : joined(it.offeredBy().stream()),
                                        it.step(),
                                        joined(it.rules().stream().map(Rule::id))))
                        .toList());
    }

    @Test
    void what_powershell_does_and_takes_back_is_what_it_may_run_with_the_role_that_takes() throws IOException {
        List<String> allowed = Stream.concat(
                        Stream.of(Cmdlet.values()).map(Cmdlet::command), Stream.of("New-CsTeamsEmergencyNumber"))
                .toList();
        for (Fixable what : Fixable.values()) {
            Line line = lines().get(what.ordinal());
            if (BY_GRAPH.contains(what)) {
                assertThat(line.permission())
                        .contains(what.right().map(AccountRight::permissions).orElse(List.of(".ReadWrite.All")));
            } else {
                assertThat(Line.writes(line.operation())).isNotEmpty().isSubsetOf(allowed);
                if (NOT_BACK_BY_POWERSHELL.contains(what)) {
                    assertThat(Line.writes(line.undo())).isEmpty();
                } else {
                    assertThat(Line.writes(line.undo())).isNotEmpty().isSubsetOf(allowed);
                }
                assertThat(line.permission()).contains(ROLE);
            }
        }
    }
}
