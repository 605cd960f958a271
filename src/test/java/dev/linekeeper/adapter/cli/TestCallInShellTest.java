package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test calls at a shell, for those who may note them in chat. */
class TestCallInShellTest {
    private static final ChatInMemory CHAT = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));
    private static final String ANA = " --as ana.ruiz@contoso.example";

    @BeforeEach
    void nothingIsNoted() {
        CHAT.store().forgetEverything();
    }

    @AfterAll
    static void close() {
        CHAT.close();
    }

    @Test
    void a_task_is_noted_once_and_answered_once_and_the_policy_says_so() {
        var task = run("test-call seattle" + ANA);
        assertThat(task.code()).as(task.err()).isZero();
        assertThat(task.out()).contains("Test call: Seattle", "Never dial an emergency number to test");
        assertThat(run("test-call Seattle" + ANA).out()).isEqualTo(task.out());
        assertThat(CHAT.store().testCalls().latest(5)).hasSize(1);
        var number = CHAT.store().testCalls().latest(1).getFirst().id();

        var said = run("test-call %s --result failed --note wrong-address%s".formatted(number, ANA));
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("did not work less than a day ago", "wrong-address");
        var late = run("test-call %s --result worked%s".formatted(number, ANA));
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.out()).contains("did not work");

        assertThat(run("test-calls").out()).contains("One test call.", "did not work less than a day ago");
        assertThat(run("emergency --policy Seattle").out().replaceAll("\\s+", " "))
                .contains("did not work less than a day ago");
        assertThat(CHAT.store().audited())
                .filteredOn(it -> it.entry().details().containsKey("testCall"))
                .extracting(
                        it -> it.entry().action(), it -> it.entry().details().get("after"))
                .containsExactly(tuple(Action.ASKED, "to be made"), tuple(Action.COMPLETED, "FAILED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test-call Seattle | --as UPN",
                "test-call Seattle --as nobody@contoso.example | knows nobody called nobody@contoso.example",
                "test-call Seattle --as lee.chen@contoso.example | may not test call: that is for the role ADMIN",
                "test-call Atlantis --as ana.ruiz@contoso.example | no Shared Calling policy named Atlantis",
                "test-call SC-99999 --result worked --as ana.ruiz@contoso.example | no test call SC-99999",
                "test-call nonsense --result worked --as ana.ruiz@contoso.example | no test call nonsense",
                "test-call SC-1 --result perhaps --as ana.ruiz@contoso.example | perhaps",
                "test-call SC-1 --result failed --as ana.ruiz@contoso.example | What went wrong?",
                "test-call Seattle --note x --as ana.ruiz@contoso.example | --note goes with --result"
            })
    void who_may_not_and_what_is_no_input_notes_nothing(String line, String says) {
        var run = run(line);

        assertThat(run.err()).contains(says);
        assertThat(run.code()).isEqualTo(2);
        assertThat(CHAT.store().testCalls().latest(5)).isEmpty();
    }

    @Test
    void a_place_that_nobody_knows_is_said() {
        var run = run("test-call Seattle --at Atlantis" + ANA);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Atlantis");
        assertThat(CHAT.store().testCalls().latest(5)).isEmpty();
    }

    @Test
    void somebody_without_the_role_is_in_the_trail() {
        run("test-call Seattle --as lee.chen@contoso.example");

        assertThat(CHAT.store().audited())
                .singleElement()
                .satisfies(it -> assertThat(it.entry().action()).isEqualTo(Action.REFUSED));
    }

    private static ShellRun run(String line) {
        return ShellRun.of(new BesideChat(CHAT), line.split(" "));
    }
}
