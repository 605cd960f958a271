package dev.linekeeper.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumberRulesTest {
    static Stream<NumberExamples.Given> examples() {
        return NumberExamples.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void a_rule_says_what_is_so(NumberExamples.Given given) {
        var example = given.example();
        var verdict = given.report().findings().stream()
                .filter(finding -> finding.rule().id().value().equals(example.rule()))
                .findFirst()
                .orElseThrow()
                .verdict();

        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(example.outcome());
        if (example.says().contains(".")) {
            assertThat(verdict.explanation().map(Explanation::key)).hasValue("readiness." + example.says());
        }
    }

    @Test
    void every_rule_that_may_fail_is_seen_to_pass_and_to_fail() {
        var seen = new TreeMap<String, Set<Outcome>>();
        examples()
                .map(NumberExamples.Given::example)
                .forEach(it -> seen.computeIfAbsent(it.rule(), _ -> EnumSet.noneOf(Outcome.class))
                        .add(it.outcome()));

        assertThat(Readiness.numberRules())
                .filteredOn(Rule::mayFail)
                .allSatisfy(rule -> assertThat(seen.get(rule.id().value())).contains(Outcome.PASS, Outcome.FAIL));
    }
}
