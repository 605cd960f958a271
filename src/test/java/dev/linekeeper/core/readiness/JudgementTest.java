package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.readiness.judgement.Basis;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A rule that judges otherwise has another revision. {@code judgement.txt} keeps what every rule said of every example, one
 * letter a rule, with the revisions it said so in; {@code -Dlinekeeper.golden=write} writes it anew. Where an example was
 * changed, and not a rule, delete its line first.
 */
class JudgementTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/linekeeper/core/readiness/judgement.txt");
    private static final String RULES = "rules: ";

    @Test
    void a_rule_that_judges_otherwise_has_another_revision() throws IOException {
        var kept = Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.of(RULES);
        var before = List.of(kept.getFirst().substring(RULES.length()).split(" "));
        var now = revisions(Readiness.rules());
        var judged = judged();

        var gone = new TreeSet<String>();
        var changed = new TreeSet<String>();
        for (var line : kept.subList(1, kept.size())) {
            var example = line.substring(0, line.indexOf(": "));
            var said = line.substring(line.indexOf(": ") + 2);
            if (!judged.containsKey(example)) {
                gone.add(example);
                continue;
            }
            IntStream.range(0, before.size())
                    .filter(at -> now.contains(before.get(at)))
                    .filter(at -> said.charAt(at) != judged.get(example).charAt(now.indexOf(before.get(at))))
                    .forEach(at -> changed.add("%s of %s".formatted(before.get(at), example)));
        }
        assertThat(gone)
                .as("examples that are gone or said otherwise: raise the revision of a rule that judges otherwise, and"
                        + " delete their lines")
                .isEmpty();
        assertThat(changed)
                .as("rules that judge otherwise than they did in the same revision; raise it with .revision(n)")
                .isEmpty();

        var lines = new ArrayList<String>();
        lines.add(RULES + String.join(" ", now));
        judged.forEach((example, said) -> lines.add("%s: %s".formatted(example, said)));
        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            Files.write(GOLDEN, lines);
        }
        assertThat(Files.readAllLines(GOLDEN))
                .as("rules, revisions or examples are new: write the file anew with -Dlinekeeper.golden=write")
                .isEqualTo(lines);
    }

    @Test
    void the_version_changes_with_a_revision_and_with_a_rule_and_with_nothing_else() {
        var rules = all();
        var rule = rules.getFirst();
        var revised = new Rule<>(
                rule.id(),
                rule.topic(),
                rule.revision() + 1,
                rule.basis(),
                rule.remedy(),
                rule.prerequisites(),
                rule.mayFail(),
                rule.check());
        var elsewhere = new Rule<>(
                rule.id(),
                Topic.FUNDING,
                rule.revision(),
                new Basis.Inferred(),
                rule.remedy(),
                rule.prerequisites(),
                rule.mayFail(),
                rule.check());

        assertThat(Readiness.version(rules)).isEqualTo(Readiness.VERSION);
        assertThat(Readiness.version(with(elsewhere))).isEqualTo(Readiness.VERSION);
        assertThat(Readiness.version(with(revised))).isNotEqualTo(Readiness.VERSION);
        assertThat(Readiness.version(rules.subList(1, rules.size()))).isNotEqualTo(Readiness.VERSION);
    }

    private static List<Rule<PersonCase>> all() {
        return Stream.concat(Readiness.rules().stream(), Readiness.numberRules().stream())
                .toList();
    }

    private static List<Rule<PersonCase>> with(Rule<PersonCase> first) {
        var rules = new ArrayList<>(all());
        rules.set(0, first);
        return rules;
    }

    private static List<String> revisions(List<Rule<PersonCase>> rules) {
        return rules.stream()
                .map(rule -> "%s/%d".formatted(rule.id(), rule.revision()))
                .toList();
    }

    /** Every example and worked case, as they are and under another policy, with a letter for each rule. */
    private static Map<String, String> judged() {
        var judged = new LinkedHashMap<String, String>();
        RuleCataloguesTest.examples().forEach(it -> judged.put(unused(judged, it.says()), letters(it.report())));
        ContosoCase.names().stream().map(ContosoCase::of).forEach(it -> {
            judged.put(it.name(), letters(Readiness.audit(it.person(), it.tenant(), it.settings())));
            Stream.of("SC-SEA", "SC-LON", "SC-BER")
                    .forEach(policy -> judged.put(
                            "%s to %s".formatted(it.name(), policy),
                            letters(Readiness.plan(it.person(), it.tenant(), it.settings(), named(policy), true))));
        });
        return judged;
    }

    private static String unused(Map<String, String> judged, String name) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> n == 1 ? name : "%s (%d)".formatted(name, n))
                .filter(candidate -> !judged.containsKey(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static String letters(Report<PersonCase> report) {
        return report.findings().stream().map(JudgementTest::letter).collect(Collectors.joining());
    }

    private static String letter(Finding<PersonCase> finding) {
        return switch (finding.outcome()) {
            case PASS -> ".";
            case FAIL -> finding.willBeFixed() ? "f" : "F";
            case WARN -> "W";
            case MANUAL -> "M";
            case INFO -> "i";
            case NA -> "-";
            case UNKNOWN -> "?";
        };
    }
}
