package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.CsvWriter;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

class CommandLineInterfaceTest {
    private static final JudgementSettings UNSET = new JudgementSettings(Optional.empty(), false, Map.of());
    private static final CommandEnvironment FILES_AND_FABRIKAM = new CommandEnvironment() {
        @Override
        public ChosenTenant tenantFile(Path file) {
            var content = TenantFile.read(file);
            return new ChosenTenant(
                    new FileTenant(content, Clock.systemUTC()).ports(), UNSET, content.unusable(), () -> {});
        }

        @Override
        public ChosenTenant configured() {
            return new ChosenTenant(Fabrikam.model().ports(), UNSET, List.of(), () -> {});
        }

        @Override
        public List<SetupCheck> examine() {
            return List.of();
        }

        @Override
        public OpenRequests records(String request) {
            throw new BackendFailure(BackendFailure.FailureKind.CONFLICT, "There is no store here");
        }
    };

    @TempDir
    private Path folder;

    private String file = "";

    private record Run(int code, String out, String err) {
        JsonNode json() {
            return ShellJson.MAPPER.readTree(out);
        }
    }

    @BeforeEach
    void writeFabrikam() throws IOException {
        file = Files.writeString(folder.resolve("fabrikam.json"), Fabrikam.text())
                .toString();
    }

    @Test
    void settings_of_the_bot_and_nothing_at_all_start_the_bot() {
        assertThat(CommandLineInterface.run(FILES_AND_FABRIKAM)).isEmpty();
        assertThat(CommandLineInterface.run(FILES_AND_FABRIKAM, "--server.port=4101"))
                .isEmpty();
    }

    @Test
    void readiness_as_json_has_every_rule_and_is_sorted_by_user() {
        var run = run("readiness", "--tenant", file, "--format", "json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.json().valueStream().map(person -> person.get("user").stringValue()))
                .containsExactly(
                        "ada@fabrikam.example",
                        "ben@fabrikam.example",
                        "cleo@fabrikam.example",
                        "dora@fabrikam.example",
                        "emil@fabrikam.example",
                        "fay@fabrikam.example",
                        "guest@fabrikam.example");
        var ada = run.json().get(0);
        assertThat(ada.propertyNames())
                .containsExactly(
                        "user", "mode", "overall", "policy", "findings", "callerId", "emergencyCallerId", "emergency");
        assertThat(ada.get("mode").stringValue()).isEqualTo("AUDIT");
        assertThat(ada.get("policy").stringValue()).isEqualTo("SC-SEA");
        assertThat(ada.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("rule").stringValue()))
                .containsExactlyElementsOf(Readiness.rules().stream()
                        .map(rule -> rule.id().value())
                        .toList());
        assertThat(ada.get("callerId").get("number").stringValue()).isEqualTo("+14255550100");
        assertThat(run.json().get(1).get("policy").isNull()).isTrue();
    }

    @Test
    void readiness_of_one_person_tells_every_reason() {
        var run = run("readiness", "--tenant", file, "--user", "BEN@fabrikam.example");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("✗ ben@fabrikam.example", "NOT_READY", "✗ USR-05", "→", "1 person: 1 NOT_READY")
                .doesNotContain("ada@", "\033[");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= TerminalText.WIDTH);
    }

    @Test
    void readiness_as_csv_opens_in_a_spreadsheet_without_running_anything() {
        var run = run("readiness", "--tenant", file, "--format", "csv");
        assertThat(run.out().split("\r\n", -1)).hasSize(9);
        assertThat(run.out())
                .startsWith("user,displayName,overall,policy,fail,")
                .contains("ada@fabrikam.example,Ada Brandt,", ",NUMBER,'+14255550100,RESOURCE_ACCOUNT,");
    }

    @Test
    void a_cell_is_quoted_and_never_a_formula() {
        var text = new StringWriter();
        new CsvWriter(new PrintWriter(text), Explanation::key).row("a,b", "say \"x\"", "=1+1", "@x", "", "two\nlines");
        assertThat(text).hasToString("\"a,b\",\"say \"\"x\"\"\",'=1+1,'@x,,\"two\nlines\"\r\n");
    }

    @Test
    void a_plan_has_its_steps_in_order_with_before_and_after() {
        var run = run(
                "plan",
                "--tenant",
                file,
                "--user",
                "ben@fabrikam.example",
                "--policy",
                "sc-sea",
                "--format",
                "json",
                "--empty-voice-routing-policy",
                "NoPSTN",
                "--emergency-routing",
                "callingPlan/US=E-US");
        assertThat(run.json().propertyNames())
                .containsExactly("user", "policy", "overall", "emergencyNow", "emergency", "steps", "findings");
        assertThat(run.json().get("policy").stringValue()).isEqualTo("SC-SEA");
        assertThat(run.code()).isEqualTo(run.json().get("overall").stringValue().startsWith("CAN_ENROL") ? 0 : 1);
    }

    @Test
    void without_a_file_the_configured_tenant_answers() {
        assertThat(run("caller-id", "--user", "ada@fabrikam.example").out()).contains("+1 425-555-0100");
        assertThat(run("emergency", "--user", "ada@fabrikam.example").out()).contains("+1 425-555-0171");
        assertThat(run("emergency", "--policy", "SC-SEA", "--format", "json")
                        .json()
                        .get("policy")
                        .stringValue())
                .isEqualTo("SC-SEA");
    }

    @Test
    void emergency_of_a_person_is_the_answer_of_the_chat_in_a_hundred_columns() {
        var run = run("emergency", "--tenant", file, "--user", "ada@fabrikam.example", "--dial", "911");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Emergency calls of Ada Brandt")
                .contains("If 911 is dialled now", "Told about an emergency call", "Emergency call routing policy")
                .contains("Where the address comes from", "not a promise that a call gets through");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= TerminalText.WIDTH);
    }

    @Test
    void emergency_as_json_tells_what_is_there_and_what_could_not_be_read() {
        var answer = run("emergency", "--tenant", file, "--user", "ada@fabrikam.example", "--format", "json")
                .json();
        assertThat(answer.propertyNames())
                .containsExactly(
                        "user",
                        "verdict",
                        "because",
                        "emergencyCallerId",
                        "caveats",
                        "sharedNumber",
                        "routing",
                        "notice",
                        "sites",
                        "locationOrder",
                        "limits",
                        "asOf",
                        "findings");
        assertThat(answer.at("/sharedNumber/number").stringValue()).isEqualTo("+14255550100");
        assertThat(answer.at("/routing/numbers/0/dialString").stringValue()).isEqualTo("911");
        assertThat(answer.get("locationOrder")).hasSize(4);
    }

    @Test
    void emergency_of_a_policy_shows_its_callback_numbers() {
        var table = run("emergency", "--tenant", file, "--policy", "sc-sea").out();
        assertThat(table).contains("Emergency calls under SC-SEA", "Callback number +1 425-555-0171");
        var row = run("emergency", "--tenant", file, "--policy", "sc-sea", "--format", "csv")
                .out()
                .split("\r\n", -1);
        assertThat(row[0]).startsWith("policy,callbackNumbers,sharedNumber,");
        assertThat(row[1]).startsWith("SC-SEA,'+14255550171");
    }

    @Test
    void impact_names_who_and_what_is_hit() {
        var run = run("impact", "--tenant", file, "--number", "14255550100");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("If +1 425-555-0100 goes away", "Policy SC-SEA", "Ada Brandt");
        var json = run("impact", "--tenant", file, "--policy", "SC-SEA", "--format", "json")
                .json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "subject",
                        "summary",
                        "policies",
                        "callbacks",
                        "loseOutbound",
                        "callDifferently",
                        "cannotTell",
                        "emergency",
                        "gaps");
        assertThat(json.get("loseOutbound").valueStream().map(JsonNode::stringValue))
                .contains("dora@fabrikam.example");
        assertThat(json.get("callDifferently").valueStream().map(JsonNode::stringValue))
                .contains("ada@fabrikam.example");
        assertThat(run("impact", "--tenant", file, "--number", "+14255550100", "--format", "csv")
                        .out())
                .startsWith("subject,what,name,effect,emergency\r\n'+14255550100,policy,SC-SEA,STOPS_WORKING,\r\n");
    }

    @Test
    void bad_input_is_one_line_on_standard_error_and_exit_code_2() throws IOException {
        refused("There is no command nonsense; see help", "nonsense");
        refused("Unknown option: '--nonsense'; see help", "readiness", "--nonsense");
        refused(
                "does not exist",
                "readiness",
                "--tenant",
                folder.resolve("none.json").toString());
        refused("is a directory", "readiness", "--tenant", folder.toString());
        refused(
                "Nobody is called zoe@fabrikam.example",
                "readiness",
                "--tenant",
                file,
                "--user",
                "zoe@fabrikam.example");
        refused(
                "There is no Shared Calling policy named SC-NONE",
                "plan",
                "--tenant",
                file,
                "--user",
                "ada@fabrikam.example",
                "--policy",
                "SC-NONE");
        refused("but was 'xml'", "readiness", "--tenant", file, "--format", "xml");
        refused("Missing required option", "plan", "--user", "ada@fabrikam.example");
        refused("mutually exclusive", "emergency", "--user", "a", "--policy", "b");
        refused("mutually exclusive", "impact", "--number", "+14255550100", "--policy", "b");
        refused("--dial goes with --user", "emergency", "--tenant", file, "--policy", "SC-SEA", "--dial", "911");
        refused("it is not granted", "plan", "--tenant", file, "--user", "ada@fabrikam.example", "--policy", "Global");
        refused("linekeeper: Missing required argument", "emergency");
        refused("12 is no telephone number", "impact", "--tenant", file, "--number", "12");
        refused("is not among the numbers of the tenant", "impact", "--tenant", file, "--number", "+15005550006");
        refused("There is no resource account nobody@", "impact", "--tenant", file, "--account", "nobody@x.example");
        refused("is not JSON: line 1, column ", "readiness", "--tenant", write("users: none"));
        refused(
                "is not JSON: line ",
                "readiness",
                "--tenant",
                write(Fabrikam.text().substring(0, 3000)));
        refused(
                "/users/0/id: a text was expected, found 7",
                "readiness",
                "--tenant",
                write("{\"users\": [{\"id\": 7}]}"));
        refused("users is not in the tenant file", "readiness", "--tenant", write("{}"));
    }

    @Test
    void what_of_a_file_is_not_used_is_said_with_its_place_beside_the_answer() throws IOException {
        var people = IntStream.range(0, 22)
                .mapToObj("{\"id\": \"%1$d\", \"userPrincipalName\": \"u%1$d\", \"UsageLocation\": \"USA\"}"::formatted)
                .collect(Collectors.joining(","));
        var run = run("readiness", "--tenant", write("{\"users\": [%s]}".formatted(people)), "--format", "json");
        assertThat(run.json()).hasSize(22);
        assertThat(run.err().lines())
                .hasSize(21)
                .startsWith(
                        "linekeeper: not used: /users/0/UsageLocation: a two-letter country such as US was expected,"
                                + " found \"USA\"")
                .endsWith("linekeeper: not used: 2 more");
    }

    @Test
    void help_and_version_are_there() {
        assertThat(run("--version").out()).startsWith("linekeeper ");
        assertThat(run("help").out()).contains("readiness", "plan", "caller-id", "emergency", "impact", "expand");
        assertThat(run("readiness", "--help").code()).isZero();
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("bad.json"), text).toString();
    }

    private static void refused(String part, String... args) {
        var run = run(args);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("linekeeper: ").contains(part);
    }

    @Test
    void too_little_memory_is_one_line_and_an_exit_code_of_its_own() {
        var run = run(new TooBig(), "readiness", "--tenant", file);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("linekeeper: ").contains("-Xmx");
    }

    private record TooBig() implements CommandEnvironment {
        @Override
        public ChosenTenant tenantFile(Path file) {
            throw new OutOfMemoryError("Java heap space");
        }

        @Override
        public ChosenTenant configured() {
            throw new OutOfMemoryError("Java heap space");
        }

        @Override
        public List<SetupCheck> examine() {
            return List.of();
        }

        @Override
        public OpenRequests records(String request) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    private static Run run(String... args) {
        return run(FILES_AND_FABRIKAM, args);
    }

    private static Run run(CommandEnvironment around, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        var code = CommandLineInterface.execute(around, shell, args);
        return new Run(code, out.toString(), err.toString());
    }
}
