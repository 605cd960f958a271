package dev.linekeeper.chat.cards;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.permit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer.RequestCard.StepLine;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.Sample;
import org.junit.jupiter.api.Test;

class RequestTextsTest {
    private final Request.Pending pending = Sample.pending(new RequestId(1042), ADELE);
    private final Request.Applying oneDone = ((Request.Approved) pending.approve(permit(pending, LEE)))
            .start(MONDAY)
            .stepDone(StepDone.How.WRITTEN, "none", MONDAY)
            .begin();

    @Test
    @Requirement("T20")
    void what_was_done_in_part_is_shown_step_by_step() {
        assertThat(RequestTexts.steps(oneDone))
                .extracting(StepLine::mark)
                .containsExactly("DONE", "NOW", "OPEN", "OPEN", "OPEN", "OPEN");
        assertThat(RequestTexts.steps(oneDone.stop(StopReason.REFUSED, "no permission", MONDAY)))
                .extracting(StepLine::mark)
                .containsExactly("DONE", "STOPPED", "OPEN", "OPEN", "OPEN", "OPEN");
    }

    @Test
    @Requirement("T20")
    void what_was_done_in_part_says_how_far_it_got_and_why_it_stopped() {
        Request stopped = oneDone.stop(StopReason.REFUSED, "no permission", MONDAY);

        assertThat(RequestTexts.state(stopped)).isEqualTo("PARTLY");
        assertThat(RequestTexts.notes(stopped))
                .containsExactly(Explanation.of("chat.request.stopped.REFUSED", 2, "no permission", 1));
    }
}
