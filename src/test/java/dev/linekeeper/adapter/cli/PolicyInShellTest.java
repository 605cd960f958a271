package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** Policies at the shell: previewed over a tenant, and asked for as somebody who might in chat. */
class PolicyInShellTest {
    private static final JudgementSettings SETTINGS = new JudgementSettings(Optional.empty(), false, Map.of());

    private static final ChatInMemory CHAT = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    private final int askedBefore = asked();

    private record Run(int code, String out, String err) {}

    @AfterAll
    static void close() {
        CHAT.close();
    }

    private static int asked() {
        return CHAT.store().requests().latest(10).size();
    }

    @Test
    void a_preview_prints_the_plan_as_data_and_asks_nobody() {
        var run = run("policy new Leeds --account ra-london@contoso.example --callback +442079460130 --preview --format"
                + " json");

        assertThat(run.code()).as(run.err()).isZero();
        var plan = ShellJson.MAPPER.readTree(run.out());
        assertThat(plan.path("result").asString()).isEqualTo("READY");
        assertThat(plan.path("risk").asString()).isEqualTo("LOW");
        assertThat(plan.path("steps").get(0).path("step").asString()).isEqualTo("CREATE_POLICY");
        assertThat(plan.path("steps").get(0).path("before").asString()).isEqualTo("none");
        assertThat(plan.path("steps").get(0).path("after").asString())
                .isEqualTo("ra-london@contoso.example; +442079460130");
        assertThat(asked()).isEqualTo(askedBefore);
    }

    @Test
    void what_fails_is_put_right_in_a_preview_too() {
        var run = run("fix res-10 --account ra-reno@contoso.example --with Seattle --preview --format json");

        assertThat(run.code()).as(run.err()).isZero();
        var plan = ShellJson.MAPPER.readTree(run.out());
        assertThat(plan.path("fix").asString()).isEqualTo("RES-10 ra-reno@contoso.example");
        assertThat(plan.path("risk").asString()).isEqualTo("MEDIUM");
        assertThat(plan.path("steps").get(0).path("step").asString()).isEqualTo("SET_PLACE");
        assertThat(plan.path("steps").get(0).path("before").asString()).isEqualTo("none");
        assertThat(plan.path("steps").get(0).path("after").asString()).contains("Seattle office");
        assertThat(asked()).isEqualTo(askedBefore);
    }

    @Test
    void putting_right_is_asked_for_as_somebody_too() {
        var run = run("fix RES-14 --account ra-berlin-warehouse@contoso.example --with Berlin --as"
                + " ana.ruiz@contoso.example");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Asked: SC-", "NoPSTN → Berlin lines");
    }

    @ParameterizedTest
    @CsvSource({
        "policy new X --account ra-london@contoso.example --callback +442079460172 --preview, POL-03",
        "policy change London --add-callback +442079460120 --preview, POL-07",
        "policy remove London --preview, IN_USE",
        "policy change Nowhere --description x --preview, NO_SUCH_POLICY",
        "fix RES-10 --account ra-reno@contoso.example --with London --preview, RES-11"
    })
    void what_is_not_possible_is_said_with_its_rule_and_exit_code_1(String line, String says) {
        var run = run(line);

        assertThat(run.out()).as(run.err()).contains(says);
        assertThat(run.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "policy change London --description x, --as UPN",
        "policy change London --description x --as adele.vance@contoso.example, ADMIN",
        "policy change London --description x --as nobody@contoso.example, knows nobody called nobody@contoso.example",
        "policy change London --add-callback yes --preview, Which number is yes",
        "policy new X --account nobody@contoso.example --preview, no resource account",
        "fix RES-17 --account ra-reno@contoso.example --with x --preview, RES-17 is not put right here",
        "fix RES-10 --account ra-reno@contoso.example --with Atlantis --preview, Which one is Atlantis"
    })
    void who_may_not_ask_and_what_is_no_input_is_said_in_one_line(String line, String says) {
        var run = run(line);

        assertThat(run.err()).contains(says).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(asked()).isEqualTo(askedBefore);
    }

    @Test
    void it_is_asked_for_as_somebody_and_others_approve() {
        var run = run("policy change London --description Riverside --as ana.ruiz@contoso.example --reason moved");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Asked: SC-", "CHANGE_POLICY", "people call under it now");
        assertThat(CHAT.store().requests().latest(1).getFirst().terms().reason())
                .isEqualTo("moved");
    }

    private Run run(String line) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        int code = CommandLineInterface.execute(new Beside(CHAT), shell, line.split(" "));
        return new Run(code, out.toString(), err.toString());
    }

    private record Beside(ChatInMemory chat) implements CommandEnvironment {
        @Override
        public ChosenTenant tenantFile(Path file) {
            throw new BackendFailure(BackendFailure.FailureKind.NOT_FOUND, "There is no file here");
        }

        @Override
        public ChosenTenant configured() {
            return new ChosenTenant(chat.tenant().ports(), SETTINGS, List.of(), () -> {});
        }

        @Override
        public OpenRequests records(String instead) {
            throw new BackendFailure(BackendFailure.FailureKind.CONFLICT, "Not asked for here");
        }

        @Override
        public OpenSubmission submission(String instead) {
            var ports = chat.tenant().ports();
            return new OpenSubmission(
                    ports,
                    ports.reader(Clock.systemUTC(), Duration.ofMinutes(5)),
                    SETTINGS,
                    chat.requests().askingForMany(),
                    chat.requests().asking(),
                    new AuditWatch(chat.store().trail(), new AnchorFile((Path) null), Clock.systemUTC()),
                    () -> {});
        }

        @Override
        public List<SetupCheck> examine() {
            return List.of();
        }
    }
}
