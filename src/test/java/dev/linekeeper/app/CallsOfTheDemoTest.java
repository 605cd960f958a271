package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.conversation.Talk;
import dev.linekeeper.timing.Traced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Graph and Teams PowerShell are asked for one question and for one enrolment. Limits are well above it, so that a gross
 * regression fails and nothing else.
 */
class CallsOfTheDemoTest extends DemoJourney {
    private static final String GRAPH = "dev.linekeeper.simulator.graph.RecordedCall::<init>";
    private static final String CMDLETS = "dev.linekeeper.simulator.powershell.RecordedCmdlet::<init>";

    @BeforeEach
    void theyHaveWrittenBefore() {
        as("lee.chen").says("hello");
    }

    @Test
    void a_question_asks_graph_a_few_times_and_powershell_not_at_all() {
        as("adele.vance").says("what's my caller ID").seesCard("the person just now");
        Talk ana = as("ana.ruiz");
        Runnable question = () -> ana.says("what's my caller ID").seesCard("the person just now");
        assertThat(Traced.calls(question, GRAPH))
                .as("calls to Graph for a question, which takes two")
                .hasSizeBetween(1, 6);
        Talk lee = as("lee.chen");
        question = () -> lee.says("what's my caller ID").seesCard("the person just now");
        assertThat(Traced.calls(question, CMDLETS)).isEmpty();
    }

    @Test
    void an_enrolment_takes_few_calls() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        ana.says("enrol adele with London because joins the sales desk")
                .presses("Yes")
                .seesCard("Waiting");
        lee.seesCard("joins the sales desk");
        Runnable enrolment = () -> lee.presses("Approve").seesCard("Done", "Approved by Lee Chen");
        assertThat(Traced.calls(enrolment, GRAPH, CMDLETS))
                .as("calls to Graph and PowerShell from the approval on, which takes 23")
                .hasSizeBetween(4, 46);
    }
}
