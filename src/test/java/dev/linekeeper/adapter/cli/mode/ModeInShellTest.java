package dev.linekeeper.adapter.cli.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.BesideChat;
import dev.linekeeper.adapter.cli.ShellRun;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The mode at a shell, in the name of those who may switch it in chat. */
class ModeInShellTest {
    private static final String OMAR = " --as omar.haddad@contoso.example";
    private static final String ANA = " --as ana.ruiz@contoso.example";

    @Test
    void an_owner_switches_it_live_takes_two_and_who_may_not_or_writes_nonsense_changes_nothing() {
        try (var chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()))) {
            assertThat(run(chat, "mode").out()).contains("The mode is live");
            assertThat(run(chat, "mode read-only" + ANA).code()).isEqualTo(1);
            assertThat(run(chat, "mode read-only").err()).contains("--as UPN");
            assertThat(run(chat, "mode lively" + OMAR).err()).contains("There is no mode 'lively'");
            assertThat(run(chat, "mode").out()).contains("The mode is live");

            assertThat(run(chat, "mode read-only" + OMAR).code()).isZero();
            var waiting = run(chat, "mode live" + OMAR);
            assertThat(waiting.code()).isEqualTo(1);
            assertThat(waiting.out()).contains("Live waits for a second person");
            assertThat(run(chat, "mode live" + ANA).out()).contains("The mode is live now");
            assertThat(chat.store().audited())
                    .anySatisfy(it -> assertThat(it.entry().details())
                            .containsEntry("shellUser", System.getProperty("user.name", "")));
        }
    }

    private static ShellRun run(ChatInMemory chat, String line) {
        return ShellRun.of(new BesideChat(chat), line.split(" "));
    }
}
