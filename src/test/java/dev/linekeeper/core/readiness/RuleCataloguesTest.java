package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule in every way it can come out. */
class RuleCataloguesTest {
    static Stream<Example> examples() {
        return Stream.of(
                        PersonExamples.all(),
                        SharedExamples.all(),
                        PolicyExamples.all(),
                        EmergencyExamples.all(),
                        CountryExamples.all(),
                        LicenceExamples.all(),
                        CorrectedExamples.all(),
                        PartlyReadExamples.all())
                .flatMap(some -> some);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void a_rule_says_what_is_so(Example example) {
        var verdict = example.report().verdict(rule(example.rule()));

        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(example.outcome());
        if (example.says().contains(".")) {
            assertThat(verdict.explanation().map(Explanation::key)).hasValue("readiness." + example.says());
        }
    }

    @Test
    void every_rule_is_seen_to_pass_or_tell_and_to_do_something_else() {
        var seen = new TreeMap<String, Set<Outcome>>();
        examples()
                .forEach(example -> seen.computeIfAbsent(example.rule(), _ -> EnumSet.noneOf(Outcome.class))
                        .add(example.outcome()));

        assertThat(seen.keySet()).isEqualTo(ids(Readiness.rules()));
        assertThat(seen.values()).allSatisfy(outcomes -> assertThat(outcomes).hasSizeGreaterThan(1));
    }

    @Test
    void a_rule_that_may_fail_is_seen_to_fail_and_one_that_may_not_never_does() {
        var failing = examples()
                .filter(example -> example.outcome() == Outcome.FAIL)
                .map(Example::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        failing.add("RES-01"); // a policy without its account stops at POL-02; see ReportsTest for the account alone

        var mayFail = Readiness.rules().stream().filter(Rule::mayFail).toList();

        assertThat(failing).isEqualTo(ids(mayFail));
    }

    @Test
    void every_constant_is_in_the_catalogue() throws IOException, ReflectiveOperationException {
        var constants = new TreeSet<String>();
        try (var sources = Files.list(Path.of("src/main/java/dev/linekeeper/core/readiness"))) {
            for (var source : sources.map(Path::getFileName).map(Path::toString).toList()) {
                if (source.endsWith("Rules.java")) {
                    var rules = Class.forName(
                            "dev.linekeeper.core.readiness." + source.substring(0, source.length() - ".java".length()));
                    for (var field : rules.getDeclaredFields()) {
                        if (field.getType() == Rule.class) {
                            constants.add(((Rule<?>) field.get(null)).id().value());
                        }
                    }
                }
            }
        }

        var ids = ids(Readiness.rules());
        ids.addAll(ids(Readiness.numberRules()));
        assertThat(ids).isEqualTo(constants);
    }

    @Test
    void rules_are_referred_to_by_constant() throws IOException {
        var id = Pattern.compile("\"(%s)-\\d\\d\"".formatted(String.join("|", RuleCatalogues.FAMILIES)));
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(source -> source.toString().endsWith(".java"))
                            .filter(source -> !source.toString().endsWith("Rules.java")))
                    .allSatisfy(source -> assertThat(Files.readAllLines(source))
                            .noneMatch(line -> !line.strip().startsWith("/*")
                                    && id.matcher(line).find()));
        }
    }

    @Test
    void the_ids_of_a_family_count_up_from_one_and_families_stay_in_their_order() {
        var expected = new ArrayList<String>();
        for (var family : RuleCatalogues.FAMILIES) {
            var count = ids(Readiness.rules()).stream()
                    .filter(id -> id.startsWith(family + "-"))
                    .count();
            for (var n = 1; n <= count; n++) {
                expected.add("%s-%02d".formatted(family, n));
            }
        }

        assertThat(Readiness.rules().stream().map(rule -> rule.id().value())).isEqualTo(expected);
    }

    private static Set<String> ids(List<Rule<PersonCase>> rules) {
        return rules.stream().map(rule -> rule.id().value()).collect(Collectors.toCollection(TreeSet::new));
    }
}
