package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** {@code override} and {@code overrides} over the demo tenant and a real store. */
class OverrideInShellTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T09:00:00Z"));

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

    private static ShellRun run(ChatInMemory chat, String... arguments) {
        return ShellRun.of(new BesideChat(chat), arguments);
    }
}
