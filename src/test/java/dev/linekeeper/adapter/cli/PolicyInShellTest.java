package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies at the shell: previewed over a tenant, and asked for as somebody who might in chat. */
class PolicyInShellTest {
    private static final ChatInMemory CHAT = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    private final int askedBefore = asked();

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
        var plan = run.json();
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
        var plan = run.json();
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

    private static ShellRun run(String line) {
        return ShellRun.of(new BesideChat(CHAT), line.split(" "));
    }
}
