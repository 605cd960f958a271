package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.ChangeKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an approver is told who opens a request some time after it was asked. */
class SecondOpinionTest {
    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_young_request_of_no_high_risk_is_shown_as_it_was_asked() {
        Request request = house.asked();
        house.tenant.read.clear();

        assertThat(opinion(request)).isEmpty();
        assertThat(house.tenant.read).as("nothing is read for it").isEmpty();
    }

    @Test
    void an_old_one_is_judged_again_and_says_that_nothing_changed() {
        Request request = house.asked();
        house.clock.pass(Duration.ofHours(1));

        assertThat(opinion(request)).extracting(Explanation::key).containsExactly("chat.request.again.same");
    }

    @Test
    void one_of_high_risk_is_judged_again_at_once() {
        house.requests.applying().run(house.approved().id());
        Request removal = ((SubmissionResult.Sent) house.requests
                        .asking()
                        .submit(new ChangeRequest(ANA_ADMIN, new Intent.RemovePerson(ADELE), "")))
                .request();

        assertThat(opinion(removal)).extracting(Explanation::key).containsExactly("chat.request.again.same");
    }

    @Test
    void what_is_different_is_said_line_by_line() {
        Request request = house.asked();
        house.clock.pass(Duration.ofHours(2));
        grant(PolicyKind.EMERGENCY_CALL_ROUTING, "Emergency-US");

        List<Explanation> lines = opinion(request);

        assertThat(lines).extracting(Explanation::key).startsWith("chat.request.again.changed");
        assertThat(lines).extracting(Explanation::key).contains("plan.difference.no-step");
        grant(PolicyKind.CALLING_LINE_IDENTITY, "Anonymous");
        assertThat(opinion(request)).hasSizeGreaterThanOrEqualTo(lines.size());
    }

    @Test
    void a_setting_no_step_touches_is_different_too() {
        Request request = house.asked();
        house.clock.pass(Duration.ofHours(2));
        grant(PolicyKind.DIAL_PLAN, "Extensions");

        assertThat(opinion(request))
                .extracting(Explanation::key)
                .containsExactly("chat.request.again.changed", "plan.difference.other");
    }

    @Test
    void what_is_done_already_and_what_cannot_be_read_is_said() {
        Request request = house.asked();
        house.clock.pass(Duration.ofHours(2));
        house.tenant.voiceFails = true;
        assertThat(opinion(request)).extracting(Explanation::key).containsExactly("chat.request.again.not-read");

        house.tenant.voiceFails = false;
        house.requests.applying().run(approvedByLee(request));
        assertThat(opinion(request)).extracting(Explanation::key).containsExactly("chat.request.again.nothing");
    }

    private RequestId approvedByLee(Request request) {
        house.requests.deciding().approve(House.LEE_APPROVER, request.id(), new DecisionInput.Typed());
        return request.id();
    }

    private List<Explanation> opinion(Request request) {
        return house.requests.secondOpinion().of(request.terms());
    }

    private void grant(PolicyKind kind, String policy) {
        house.model.ports().policyGrants().grant(ADELE, kind, new PolicyName(policy), new ChangeKey("x", 1));
    }
}
