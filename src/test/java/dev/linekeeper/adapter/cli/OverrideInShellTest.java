package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** {@code override} and {@code overrides} over the demo tenant and a real store. */
class OverrideInShellTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T09:00:00Z"));

    private record Run(int code, String out, String err) {}

    @Test
    void it_is_asked_for_as_somebody_who_might_in_chat_and_listed_as_data() {
        try (var chat = ChatInMemory.over(Fabrikam.demo(clock), clock)) {
            assertThat(run(chat, "overrides").code()).isZero();
            assertThat(run(chat, ask("adele.vance")).err())
                    .contains("Ask a voice admin")
                    .hasLineCount(1);
            assertThat(run(
                                    chat,
                                    "override",
                                    "nobody@contoso.example",
                                    "--policy",
                                    "London",
                                    "--until",
                                    "2026-12-10",
                                    "--reason",
                                    "x",
                                    "--as",
                                    "ana.ruiz@contoso.example")
                            .err())
                    .contains("The directory knows nobody called nobody@contoso.example");
            assertThat(chat.store().overrides().open()).isEmpty();

            var asked = run(chat, ask("ana.ruiz"));
            assertThat(asked.code()).as(asked.err()).isZero();
            assertThat(asked.out()).contains("SC-1001 waits for two approvers: POL-07");
            var again = run(chat, ask("ana.ruiz"));
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("One person has one override at a time; close SC-1001 first");

            var listed = run(chat, "overrides", "--format", "json");
            assertThat(listed.code()).isEqualTo(1);
            var only = ShellJson.MAPPER.readTree(listed.out()).get(0);
            assertThat(only.path("override").asString()).isEqualTo("SC-1001");
            assertThat(only.path("state").asString()).isEqualTo("ASKED");
            assertThat(only.path("person").asString()).isEqualTo("megan.bowen@contoso.example");
            assertThat(only.path("gap").get(0).path("rule").asString()).isEqualTo("POL-07");
            assertThat(only.path("until").asString()).isEqualTo("2026-12-10");
            assertThat(run(chat, "overrides").out())
                    .contains("SC-1001 ASKED megan.bowen@contoso.example with Seattle borrowed [POL-07] until"
                            + " 2026-12-10");
        }
    }

    private static String[] ask(String as) {
        return new String[] {
            "override",
            "megan.bowen@contoso.example",
            "--policy",
            "Seattle borrowed",
            "--until",
            "2026-12-10",
            "--reason",
            "the port",
            "--as",
            as + "@contoso.example"
        };
    }

    private Run run(ChatInMemory chat, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        return new Run(
                CommandLineInterface.execute(new Beside(chat), shell, arguments), out.toString(), err.toString());
    }

    private record Beside(ChatInMemory chat) implements CommandEnvironment {
        @Override
        public ChosenTenant tenantFile(Path file) {
            throw nothing();
        }

        @Override
        public ChosenTenant configured() {
            throw nothing();
        }

        @Override
        public OpenRequests records(String instead) {
            throw nothing();
        }

        @Override
        public List<SetupCheck> examine() {
            throw nothing();
        }

        private static BackendFailure nothing() {
            return new BackendFailure(BackendFailure.FailureKind.CONFLICT, "Not asked for here");
        }

        @Override
        public OpenOverrides overrides(String instead) {
            var overrides = chat.overrides();
            return new OpenOverrides(
                    chat.tenant().ports().directory(),
                    chat.store().overrides(),
                    overrides.submission(),
                    new AuditWatch(chat.store().trail(), new AnchorFile((Path) null), overrides.clock()),
                    () -> {});
        }
    }
}
