package dev.linekeeper.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.judgement.Basis;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Remedy;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.RuleId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code src/docs/rules.md} is written from the catalogue; when it differs, the new text is in the failure. */
class RuleBookTest {
    private static final Map<String, String> FAMILIES = Map.of(
            "CAL", "The Teams calling policy",
            "USR", "The person",
            "RES", "The resource account and its number",
            "POL", "The Shared Calling policy",
            "VRP", "The person's voice routing",
            "EMG", "Emergency calls",
            "CLI", "Caller ID",
            "DPL", "Dial plan",
            "TEN", "The tenant",
            "NUM", "A number of one's own");

    @Test
    void the_rule_book_is_what_the_catalogue_says() throws IOException {
        var text = text();
        Files.writeString(Path.of("target", "rules.md"), text);

        assertThat(Files.readString(Path.of("src", "docs", "rules.md")))
                .as("copy target/rules.md to src/docs/rules.md")
                .isEqualTo(text);
    }

    /** Pages may say how many rules there are, as long as it is true. */
    @Test
    void no_page_says_another_number_of_rules() throws IOException {
        var count = Pattern.compile("(\\d+) rules\\b");
        for (var page : List.of("README.md", "CONTRIBUTING.md", "src/docs/how-it-works.md")) {
            assertThat(count.matcher(Files.readString(Path.of(page))).results().map(said -> said.group(1)))
                    .as(page)
                    .allMatch(
                            said -> said.equals(String.valueOf(Readiness.rules().size())));
        }
    }

    private static List<Rule<PersonCase>> all() {
        return Stream.concat(Readiness.rules().stream(), Readiness.numberRules().stream())
                .toList();
    }

    private static String text() throws IOException {
        var text = new StringBuilder("""
            # The rules of readiness

            Written from the catalogue by `RuleBookTest`; change a rule or its messages, not this page.

            A rule passes, fails, warns, asks a human to attest something (manual), tells something (info), does not
            apply, or is unknown because a datum could not be read. A report is not ready when a rule fails; not
            verified when one that could fail is unknown; ready with warnings, or ready, otherwise.
            A rule that needs another does not apply until that one is met. Who is given a number of their own is judged by those
            of the account, the licences and emergency calls, and by the last family here; the others are about Shared Calling.

            *Documented* means that a page of Microsoft says so. *Inferred* means that we conclude it.
            """);
        var messages = messages();
        var family = "";
        for (var rule : all()) {
            if (!rule.id().family().equals(family)) {
                family = rule.id().family();
                text.append("\n## ")
                        .append(Objects.requireNonNull(FAMILIES.get(family), family))
                        .append('\n');
            }
            text.append("\n### ")
                    .append(rule.id())
                    .append(" – ")
                    .append(say(messages, rule.titleText().key()))
                    .append("\n\n");
            text.append("- %s: %s\n"
                    .formatted(
                            rule.mayFail() ? "When" : "When (never fails)",
                            say(messages, rule.whenText().key())));
            rule.remedyText()
                    .ifPresent(remedy -> text.append(
                            "- Remedy (%s): %s\n".formatted(by(rule.remedy()), say(messages, remedy.key()))));
            if (!rule.prerequisites().isEmpty()) {
                text.append("- Needs: %s\n"
                        .formatted(String.join(
                                ", ",
                                rule.prerequisites().stream().map(RuleId::value).toList())));
            }
            text.append("- Basis: %s\n"
                    .formatted(
                            switch (rule.basis()) {
                                case Basis.Documented(var source) -> "documented, <%s>".formatted(source);
                                case Basis.Inferred _ ->
                                    "inferred. %s"
                                            .formatted(say(
                                                    messages,
                                                    rule.reasoningText()
                                                            .orElseThrow()
                                                            .key()));
                            }));
        }
        return text.toString();
    }

    private static String by(Remedy<?> remedy) {
        return switch (remedy) {
            case Remedy.Automatic<?> _ -> "Linekeeper, in an approved enrolment";
            case Remedy.ByAdmin<?> _ -> "an admin";
            case Remedy.OutsideTeams<?> _ -> "outside Teams";
            case Remedy.NoRemedy<?> _ -> "nobody";
        };
    }

    private static String say(Properties messages, String key) {
        return new MessageFormat(messages.getProperty(key), Locale.ENGLISH).format(new Object[0]);
    }

    private static Properties messages() throws IOException {
        try (var in = Objects.requireNonNull(RuleBookTest.class.getResourceAsStream("/i18n/messages.properties"))) {
            var all = new Properties();
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return all;
        }
    }
}
