package dev.linekeeper.adapter.cli.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.BesideChat;
import dev.linekeeper.adapter.cli.ShellRun;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code number release} beside the chat. */
class ReleaseInShellTest {
    private static final String ANA = "ana.ruiz@contoso.example";

    private static ChatInMemory chat;

    @BeforeAll
    static void open() {
        chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    private static ShellRun release(String... arguments) {
        var all = new String[arguments.length + 2];
        all[0] = "number";
        all[1] = "release";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return ShellRun.of(new BesideChat(chat), all);
    }

    @Test
    void it_is_shown_as_a_plan_is_and_asked_for_in_somebodys_name() {
        var shown = release("+14255550145", "--preview", "--format", "json");
        assertThat(shown.code()).isZero();
        assertThat(shown.json().path("result").asString()).isEqualTo("READY");
        assertThat(shown.json().path("steps").findValuesAsString("step")).contains("RELEASE_NUMBER");
        assertThat(shown.json().path("asked").isNull()).isTrue();
        var line = release("+14255550180", "--preview", "--format", "json").json();
        assertThat(line.path("steps").path(0).path("category").asString()).isEqualTo("ALTERNATE");
        assertThat(line.path("reasons").toString()).contains("further line", "Seattle is granted to +14255550180");
        assertThat(release("+14255550145").err()).contains("--as UPN");

        var asked = release("+14255550145", "--as", ANA, "--reason", "closed");
        assertThat(asked.out()).contains("Asked: SC-");
        assertThat(asked.code()).isZero();
        assertThat(chat.store().requests().latest(3))
                .singleElement()
                .satisfies(it -> assertThat(it.terms().reason()).isEqualTo("closed"));
        assertThat(release("+14255550145", "--as", ANA).err()).contains("one at a time");
    }

    @Test
    void what_is_somebody_elses_to_do_says_whose() {
        var shared = release("+14255550100", "--preview");
        assertThat(shared.code()).isEqualTo(1);
        assertThat(shared.out()).contains("NOT_OURS", "28 people call with it", "fails RES-04");
        assertThat(release("+442079460130", "--as", ANA).err()).contains("New-CsOnlineTelephoneNumberReleaseOrder");
        assertThat(release("banana", "--as", ANA).code()).isEqualTo(2);
        assertThat(release("+14255550145", "--as", "adele.vance@contoso.example")
                        .err())
                .contains("needs one of");
    }
}
