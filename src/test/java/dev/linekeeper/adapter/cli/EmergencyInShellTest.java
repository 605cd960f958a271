package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** Whatever is asked in a shell about anybody of the demo, it says what the verdict says, no more and no less. */
class EmergencyInShellTest {
    private static final List<String> FORMATS = List.of("table", "json", "csv");
    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
    private static final JudgementSettings SETTINGS = new JudgementSettings(
            Optional.of(new PolicyName("NoPSTN")),
            false,
            Map.of(
                    "callingPlan/US", new PolicyName("Emergency-US"),
                    "operatorConnect/GB", new PolicyName("Emergency-UK"),
                    "directRouting/DE", new PolicyName("Emergency-DE"),
                    "callingPlan/AU", new PolicyName("Emergency-AU")));

    private static TenantPorts ports;
    private static Tenant tenant;
    private static final List<Person> PEOPLE = new ArrayList<>();

    @BeforeAll
    static void readDemo() throws IOException {
        try (var in = EmergencyInShellTest.class.getResourceAsStream("/demo/tenant.json")) {
            ports = new FileTenant(TenantFile.read("demo", Objects.requireNonNull(in)), Clock.systemUTC()).ports();
        }
        var reader = ports.reader(Clock.systemUTC(), Duration.ofHours(1));
        tenant = reader.tenant().tenant();
        ports.directory().forEach(entry -> PEOPLE.add(reader.person(entry)));
    }

    @Test
    @Requirement("T29")
    void every_command_about_a_person_says_the_verdict_in_every_format() {
        forEverybody((person, verdict) -> {
            for (var format : FORMATS) {
                var user = upn(person);
                says(verdict, run("readiness", "--user", user, "--format", format));
                says(verdict, run("emergency", "--user", user, "--format", format));
                says(verdict, run("caller-id", "--user", user, "--format", format));
                assertThat(run("plan", "--user", user, "--policy", "London", "--format", format))
                        .as("plan of %s", user)
                        .contains(ENGLISH.say(verdict.headline()));
            }
        });
    }

    @Test
    @Requirement("T29")
    void a_line_of_many_has_a_word_for_it_and_the_last_line_counts() {
        var table = run("readiness");
        var csv = run("readiness", "--format", "csv");

        forEverybody(
                (person, verdict) -> assertThat(lineOf(upn(person), csv)).contains(ENGLISH.say(verdict.headline())));
        assertThat(table.split(" not out ", -1).length - 1).isEqualTo((int) PEOPLE.stream()
                .filter(person -> verdict(person).level().stopsCalls())
                .count());
        assertThat(table).containsPattern("For \\d+ people, emergency calls will not get out\\.");
    }

    @Test
    @Requirement("T29")
    void who_loses_their_calls_by_something_that_goes_loses_emergency_calls_too() {
        for (var policy : List.of("London", "Seattle", "Berlin")) {
            var impact = ShellJson.MAPPER.readTree(run("impact", "--policy", policy, "--format", "json"));
            for (var level :
                    Map.of("loseOutbound", "NO_CALLS", "cannotTell", "NOT_READ").entrySet()) {
                impact.get(level.getKey())
                        .forEach(user -> assertThat(impact.get("emergency")
                                        .get(user.stringValue())
                                        .get("level")
                                        .stringValue())
                                .isEqualTo(level.getValue()));
            }
            assertThat(run("impact", "--policy", policy))
                    .contains("emergency calls will not get out", "will not get out · ");
        }
    }

    @Test
    @Requirement("T31")
    void the_law_of_the_united_states_is_for_people_there_and_a_neutral_sentence_for_others() {
        forEverybody((person, _) -> {
            for (var format : List.of("table", "json")) {
                var said = run("emergency", "--user", upn(person), "--format", format);
                if (Fact.present(person.entry().usageLocation()).equals(Optional.of(Country.UNITED_STATES))) {
                    assertThat(said).contains("Kari's Law", "fcc.gov/mlts-911-requirements", "not legal advice");
                } else {
                    assertThat(said).contains("differs from country to country").doesNotContain("Kari");
                }
            }
        });
    }

    private static void says(EmergencyVerdict verdict, String said) {
        if (verdict.level() != EmergencyLevel.NOTHING_FOUND) {
            assertThat(said).contains(ENGLISH.say(verdict.headline())).doesNotContain("Nothing is seen that stops");
        }
        if (verdict.level().stopsCalls()) {
            assertThat(said).doesNotContain("Dial 933");
        }
        if (verdict.level() == EmergencyLevel.NO_CALLS) {
            assertThat(said).doesNotContain("phone rings");
        }
    }

    private static void forEverybody(BiConsumer<Person, EmergencyVerdict> check) {
        assertThat(PEOPLE).hasSizeGreaterThan(45);
        PEOPLE.forEach(person -> {
            try {
                check.accept(person, verdict(person));
            } catch (AssertionError broken) {
                throw new AssertionError(upn(person), broken);
            }
        });
    }

    private static EmergencyVerdict verdict(Person person) {
        return EmergencyVerdict.of(Readiness.audit(person, tenant, SETTINGS));
    }

    private static String upn(Person person) {
        DirectoryEntry entry = person.entry();
        return entry.userPrincipalName();
    }

    private static String lineOf(String user, String csv) {
        return csv.lines().filter(line -> line.startsWith(user)).findFirst().orElseThrow();
    }

    /** What is printed, unwrapped. */
    private static String run(String... args) {
        var out = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out), new PrintWriter(new StringWriter()), new TerminalText(Ansi.OFF), ENGLISH::say);
        CommandLineInterface.execute(DEMO, shell, args);
        return List.of(args).contains("csv") ? out.toString() : out.toString().replaceAll("\\s+", " ");
    }

    private static final CommandEnvironment DEMO = new CommandEnvironment() {
        @Override
        public ChosenTenant tenantFile(Path file) {
            return configured();
        }

        @Override
        public ChosenTenant configured() {
            return new ChosenTenant(ports, SETTINGS, List.of(), () -> {});
        }

        @Override
        public List<SetupCheck> examine() {
            return List.of();
        }

        @Override
        public OpenRequests records(String instead) {
            throw new BackendFailure(FailureKind.CONFLICT, "There is no store here");
        }
    };
}
