package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DoctorCommandTest {
    private static final SetupCheck GOOD =
            SetupCheck.of("mode", CheckState.GOOD, "linekeeper.mode = live", SetupCheck.found("live"));
    private static final SetupCheck MISSING = SetupCheck.of(
            "module", CheckState.MISSING, "MicrosoftTeams ≥ 6.0.0", SetupCheck.found("pwsh could not be started"));
    private static final SetupCheck UNKNOWN =
            SetupCheck.of("jobs", CheckState.UNKNOWN, "≤ 2 min", SetupCheck.notChecked("no database"));

    private record Run(int code, String out) {}

    @Test
    void what_is_right_takes_a_line_and_what_is_missing_says_what_to_do_and_what_works_meanwhile() {
        var run = run(List.of(GOOD, MISSING));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "✓ Whether I may change anything: live",
                        "✗ The MicrosoftTeams module of PowerShell: pwsh could not be started",
                        "expected: MicrosoftTeams ≥ 6.0.0",
                        "→ Install PowerShell 7.2",
                        "Voice cannot be switched")
                .doesNotContain("Set linekeeper.mode");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= TerminalText.WIDTH);
    }

    @Test
    void what_could_not_be_checked_is_not_taken_for_right_and_what_wants_attention_does_not_fail() {
        assertThat(run(List.of(GOOD, UNKNOWN)).code()).isEqualTo(1);
        assertThat(run(List.of(GOOD, SetupCheck.of("mode", CheckState.ATTENTION, "", SetupCheck.nothingFound())))
                        .code())
                .isZero();
    }

    @Test
    void scripts_get_json_with_the_state_by_name() {
        var json = ShellJson.MAPPER.readTree(
                run(List.of(MISSING), "--format", "json").out());

        assertThat(json.get(0).propertyNames())
                .containsExactly("check", "name", "state", "expected", "found", "remedy", "without");
        assertThat(json.get(0).get("check").stringValue()).isEqualTo("doctor.module");
        assertThat(json.get(0).get("state").stringValue()).isEqualTo("MISSING");
    }

    private static Run run(List<SetupCheck> checks, String... options) {
        var out = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(out),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        var arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new Run(CommandLineInterface.execute(new Examined(checks), shell, arguments), out.toString());
    }

    private record Examined(List<SetupCheck> checks) implements CommandEnvironment {
        @Override
        public List<SetupCheck> examine() {
            return checks;
        }

        @Override
        public ChosenTenant tenantFile(Path file) {
            throw new AssertionError("not asked for");
        }

        @Override
        public ChosenTenant configured() {
            throw new AssertionError("not asked for");
        }

        @Override
        public OpenRequests records(String request) {
            throw new AssertionError("not asked for");
        }
    }
}
