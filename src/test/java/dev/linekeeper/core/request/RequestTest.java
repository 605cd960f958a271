package dev.linekeeper.core.request;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.POLICY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static dev.linekeeper.service.requests.Sample.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.Sample;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequestTest {
    private final Request.Pending pending = Sample.pending(new RequestId(1042), ADELE);

    /** The whole state machine as the compiler sees it: what is not in this table cannot be called. */
    @Test
    void each_state_offers_its_legal_moves_and_no_others() {
        var moves = new TreeMap<String, Set<String>>();
        for (Class<?> state : states(Request.class)) {
            var names = new TreeSet<String>();
            for (Method method : state.getMethods()) {
                if (Request.class.isAssignableFrom(method.getReturnType())
                        && !Modifier.isStatic(method.getModifiers())) {
                    names.add(method.getName());
                }
            }
            moves.put(state.getSimpleName(), names);
        }
        assertThat(moves)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("Pending", Set.of("approve", "approveWith", "deny", "cancel", "expire", "with")),
                        Map.entry(
                                "NeedsFreshLook", Set.of("approve", "approveWith", "deny", "cancel", "expire", "with")),
                        Map.entry("Approved", Set.of("start", "lookAgain", "overtaken")),
                        Map.entry("Applying", Set.of("begin", "inTrouble", "stepDone", "stop", "complete")),
                        Map.entry("PartlyApplied", Set.of("resume", "undone")),
                        Map.entry("Completed", Set.of("undone")),
                        Map.entry("Rejected", Set.of()),
                        Map.entry("Expired", Set.of()),
                        Map.entry("Cancelled", Set.of()),
                        Map.entry("Undone", Set.of()),
                        Map.entry("Overtaken", Set.of())));
    }

    private static List<Class<?>> states(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses())
                        .flatMap(part -> states(part).stream())
                        .toList()
                : List.of(sealed);
    }

    @Test
    void a_mandate_decides_the_request_it_was_given_for() {
        DecisionPermit forThisOne = permit(pending, LEE);
        var another = Sample.pending(new RequestId(1043), ADELE);
        assertThatThrownBy(() -> another.approve(forThisOne))
                .hasMessage("A mandate for SC-1042 does not decide SC-1043");
        assertThatThrownBy(() -> another.deny(forThisOne, "no"))
                .hasMessage("A mandate for SC-1042 does not decide SC-1043");
        assertThat(pending.approve(forThisOne)).isInstanceOf(Request.Approved.class);
    }

    @Test
    void a_denial_without_a_reason_cannot_be_made() {
        DecisionPermit permit = permit(pending, LEE);
        assertThatThrownBy(() -> pending.deny(permit, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_complete_while_a_step_is_left() {
        Request.Applying applying = ((Request.Approved) pending.approve(permit(pending, LEE))).start(MONDAY);
        var proof = new FinalJudgement(Overall.READY, List.of(), MONDAY);
        assertThatThrownBy(() -> applying.complete(proof)).isInstanceOf(IllegalStateException.class);
        Request.Applying through = applying;
        while (through.next().isPresent()) {
            through = through.stepDone(StepDone.How.WRITTEN, "there", MONDAY);
        }
        assertThat(through.complete(proof).done())
                .hasSize(pending.terms().plan().steps().size());
        Request.Applying last = through;
        assertThatThrownBy(() -> last.stepDone(StepDone.How.WRITTEN, "", MONDAY))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Requirement("T3")
    void whoever_has_a_stake_does_not_decide_whatever_groups_they_are_in() {
        assertThat(refusal(pending, SAM)).isEqualTo(new ApprovalPolicy.DecisionRefusal.OwnRequest());
        assertThat(refusal(pending, ADELE)).isEqualTo(new ApprovalPolicy.DecisionRefusal.Beneficiary());
    }

    @Test
    @Requirement("T16")
    void the_last_moment_is_before_the_expiry() {
        var end = pending.terms().expires();
        assertThat(POLICY.rule(pending, LEE, true, "", end.minusMillis(1)))
                .isInstanceOf(ApprovalPolicy.Ruling.Granted.class);
        assertThat(POLICY.rule(pending, LEE, true, "", end)).isInstanceOf(ApprovalPolicy.Ruling.Barred.class);
    }

    @Test
    void request_numbers_are_read_as_people_write_them() {
        for (String written : List.of("SC-1042", "sc 1042", " sc1042 ", "#1042", "1042")) {
            assertThat(RequestId.parse(written)).contains(new RequestId(1042));
        }
        for (String other : List.of("", "SC-", "0", "-1", "10 42", "1042; drop", "9".repeat(16), "SC-١٠")) {
            assertThat(RequestId.parse(other)).as(other).isEmpty();
        }
    }

    private static ApprovalPolicy.DecisionRefusal refusal(AwaitingDecision request, UserId who) {
        return ((ApprovalPolicy.Ruling.Barred) POLICY.rule(request, who, true, "", MONDAY)).why();
    }
}
