package dev.linekeeper.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.readiness.judgement.Basis;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.UserId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence a rule can say is there, with as many places as the rule has arguments. */
class MessagesTest {
    private static final Properties MESSAGES = messages();
    private static final Pattern RULE = Pattern.compile("readiness\\.[A-Z]{3}-\\d\\d\\.");
    private static final Set<Explanation> EXPLANATIONS = explanations().collect(Collectors.toUnmodifiableSet());

    @Test
    void every_explanation_is_a_sentence_that_uses_what_it_is_given() {
        assertThat(explanations()
                        .distinct()
                        .flatMap(said -> complaint(said).stream())
                        .distinct())
                .isEmpty();
    }

    @Test
    void every_rule_has_its_title_and_reasoning_and_says_when_it_fails_and_what_to_do() {
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(say(rule.titleText())).isNotBlank();
            assertThat(say(rule.whenText())).isNotBlank();
            rule.remedyText().ifPresent(remedy -> assertThat(say(remedy)).isNotBlank());
            assertThat(rule.reasoningText().isPresent()).isEqualTo(rule.basis() instanceof Basis.Inferred);
            rule.reasoningText()
                    .ifPresent(reasoning -> assertThat(say(reasoning)).isNotBlank());
        });
    }

    @Test
    void a_rule_speaks_for_itself_alone() {
        assertThat(reports().flatMap(report -> report.findings().stream()))
                .allSatisfy(finding -> finding.explanation()
                        .map(Explanation::key)
                        .filter(key -> RULE.matcher(key).lookingAt())
                        .ifPresent(key -> assertThat(key)
                                .startsWith(
                                        "readiness.%s.".formatted(finding.rule().id()))));
    }

    @Test
    void nothing_is_written_that_no_rule_says() {
        var said = EXPLANATIONS.stream().map(Explanation::key).collect(Collectors.toCollection(TreeSet::new));
        rules().forEach(rule -> Stream.of(
                        Optional.of(rule.titleText()),
                        Optional.of(rule.whenText()),
                        rule.remedyText(),
                        rule.reasoningText())
                .flatMap(Optional::stream)
                .map(Explanation::key)
                .forEach(said::add));

        var written = MESSAGES.stringPropertyNames().stream()
                .filter(key -> key.startsWith("readiness."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written.stream().filter(key -> !said.contains(key))).isEmpty();
    }

    private static List<Rule<PersonCase>> rules() {
        return Stream.concat(Readiness.rules().stream(), Readiness.numberRules().stream())
                .toList();
    }

    private static Optional<String> complaint(Explanation said) {
        var pattern = MESSAGES.getProperty(said.key());
        if (pattern == null) {
            return Optional.of(said.key() + " is not written");
        }
        var format = new MessageFormat(pattern, Locale.ENGLISH);
        var places = format.getFormatsByArgumentIndex().length;
        if (places != said.arguments().size()) {
            return Optional.of("%s has %d places for %s".formatted(said.key(), places, said.arguments()));
        }
        var sentence = format.format(said.arguments().toArray());
        return sentence.endsWith(".") || sentence.endsWith("?")
                ? Optional.empty()
                : Optional.of(said.key() + " is no sentence: " + sentence);
    }

    /** All that is said of all examples and worked cases, by policies and accounts too. */
    private static Stream<Explanation> explanations() {
        return reports()
                .flatMap(report -> report.findings().stream())
                .flatMap(finding -> finding.explanation().stream());
    }

    private static Stream<Report<?>> reports() {
        var contoso = ContosoCase.of("F01");
        var readiness = new Readiness(contoso.tenant(), contoso.settings());
        var nobody = new Policy.SharedCalling(ContosoFixture.named("SC-NOBODY"), Optional.empty(), List.of(), "");
        var withNobody = new Readiness(ContosoFixture.contoso().policy(nobody).build(), contoso.settings());
        return Stream.of(
                        RuleCataloguesTest.examples().map(Example::report),
                        NumberExamples.all().map(NumberExamples.Given::report),
                        RuleCataloguesTest.examples()
                                .map(example ->
                                        Readiness.account(new UserId("ra-sea"), example.tenant(), example.settings())),
                        ContosoCase.names().stream()
                                .map(ContosoCase::of)
                                .map(c -> Readiness.audit(c.person(), c.tenant(), c.settings())),
                        ContosoCase.names().stream()
                                .map(ContosoCase::of)
                                .map(c -> Readiness.plan(c.person(), c.tenant(), c.settings(), nobody.name(), false)),
                        Stream.of(
                                withNobody.policy(nobody.name()),
                                readiness.account(new UserId("ra-nowhere")),
                                readiness.plan(ContosoCase.of("F04").person(), ContosoFixture.named("SC-SEA"), false)))
                .flatMap(reports -> reports);
    }

    private static String say(Explanation explanation) {
        return new MessageFormat(
                        Objects.requireNonNull(MESSAGES.getProperty(explanation.key()), explanation.key()),
                        Locale.ENGLISH)
                .format(explanation.arguments().toArray());
    }

    private static Properties messages() {
        try (var in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/i18n/messages.properties"))) {
            var all = new Properties();
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
