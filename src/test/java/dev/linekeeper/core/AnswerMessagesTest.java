package dev.linekeeper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.diagnosis.Diagnosis;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every sentence the answers can say is there, reads as a MessageFormat, and promises nothing about emergency calls. */
class AnswerMessagesTest {
    private static final Pattern WHOLE_KEY =
            Pattern.compile("\"((?:plan|callerid|emergency|diagnosis)\\.[a-z0-9.-]+[a-z0-9])\"");
    private static final Pattern ROOM = Pattern.compile("(?:plan|callerid|emergency|diagnosis)\\..*");

    @Test
    void everyKeyInTheCodeHasASentence() throws IOException {
        var messages = messages();
        var used = new TreeSet<String>();
        for (var room : Set.of("enrolment", "callerid", "emergency", "diagnosis")) {
            try (var files = Files.list(Path.of("src/main/java/dev/linekeeper/core", room))) {
                for (var file : files.toList()) {
                    WHOLE_KEY
                            .matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(used::add);
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(30);
        assertThat(messages.stringPropertyNames()).containsAll(used);
    }

    @Test
    void everySentenceOfTheWorkedCasesIsThere() throws IOException {
        var messages = messages();
        var said = new HashSet<Explanation>();
        for (var name : ContosoCase.names()) {
            var it = ContosoCase.of(name);
            var audit = Readiness.audit(it.person(), it.tenant(), it.settings());
            for (var line : CallerIdResolver.lines(audit)) {
                said.add(line.callerId().because());
                said.addAll(line.callerId().caveats());
            }
            var diagnosis = Diagnosis.of(audit);
            said.add(diagnosis.verdict());
            said.add(diagnosis.reason());
            said.add(diagnosis.callerId().because());
            said.addAll(diagnosis.callerId().caveats());
            var view = EmergencyView.of(audit);
            said.addAll(view.ifDialled("911"));
            said.addAll(view.ifDialled("112"));
            view.locationOrder().forEach(source -> said.add(source.text()));
            if (Planner.remove(it.person(), it.tenant(), it.settings())
                    instanceof PlanResult.Ready(var plan, _)) {
                said.addAll(plan.risk().why());
            }
        }

        assertThat(said.stream().map(Explanation::key).collect(Collectors.toSet()))
                .hasSizeGreaterThan(40)
                .isSubsetOf(messages.stringPropertyNames());
    }

    @Test
    void everySentenceIsAMessageFormat() throws IOException {
        var messages = messages();

        for (var key : ours(messages)) {
            assertThat(new MessageFormat(messages.getProperty(key), Locale.ENGLISH)
                            .format(new Object[] {1, 2, 3, 4, 5}))
                    .as(key)
                    .isNotEmpty()
                    .doesNotContain("''");
        }
    }

    @Test
    void noSentenceStatesThatAnEmergencyCallWillWork() throws IOException {
        var messages = messages();

        assertThat(ours(messages).stream()
                        .filter(key -> key.startsWith("emergency."))
                        .map(messages::getProperty))
                .allSatisfy(sentence -> assertThat(sentence.toLowerCase(Locale.ROOT))
                        .doesNotContainPattern(" will (?!not )|guarantee"));
    }

    private static Set<String> ours(Properties messages) {
        return messages.stringPropertyNames().stream()
                .filter(key -> ROOM.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages() throws IOException {
        var messages = new Properties();
        try (var in = AnswerMessagesTest.class.getResourceAsStream("/i18n/messages.properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
