package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.app.EmulatedTenant;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.settings.EmulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every enrolment of src/docs/shared-calling.md, asked for, approved, applied, read back, undone and read back, through
 * the Graph adapter over HTTP and a PowerShell child process against the simulated services.
 */
class EnrolmentsTest {
    private static final PolicyName SEATTLE = new PolicyName("Seattle");
    private static final UserId ALEX = new UserId("2976ad72-40b1-5682-81cd-1ecfb1909578");
    private static final UserId MEGAN = new UserId("4dd5b2ab-584d-59fb-9d1e-5ccd509c971e");
    private static final UserId LEE_GU = new UserId("fd229718-4e20-5ba1-878a-8c1c92a70bc4");
    private static final UserId BIANCA = new UserId("be575f99-24a7-55dc-843b-fddb81e62840");
    private static final UserId HANA = new UserId("fe147551-6c85-57ee-9d11-c1a9a6d85215");
    private static final House.MovingClock CLOCK = new House.MovingClock();
    private static EmulatedTenant tenant;

    @TempDir
    Path folder;

    private House house;

    /** Operations on numbers take a moment, so that they are followed to their end. */
    @BeforeAll
    static void open() {
        var behaviour = new EmulatorSettings(Duration.ZERO, Duration.ofMillis(5), Duration.ZERO, 0, null, Set.of());
        tenant = new EmulatedTenant(House.demo(CLOCK), behaviour, CLOCK);
    }

    @BeforeEach
    void moveIn() {
        house = new House(folder, tenant.model(), tenant.ports(), CLOCK, Sample.POLICY);
    }

    @AfterEach
    void startOver() {
        house.close();
        tenant.startOver();
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @Test
    void p1_and_p8_a_person_with_nothing_gets_everything_in_the_safe_order_and_goes_back_the_same_way() {
        var before = state(ALEX);
        var request = sent(enrol(ALEX, SEATTLE, false));
        assertThat(described(request))
                .containsExactly(
                        "EV_ON on: off -> on",
                        "GRANT_ECRP Emergency-US: Global -> Emergency-US",
                        "GRANT_VRP NoPSTN: Global -> NoPSTN",
                        "GRANT_SC Seattle: Global -> Seattle",
                        "VERIFY");
        assertThat(applied(request).proof().overall()).isEqualTo(Overall.READY);
        assertThat(direct(ALEX, PolicyKind.SHARED_CALLING)).isEqualTo("Seattle");
        assertThat(direct(ALEX, PolicyKind.VOICE_ROUTING)).isEqualTo("NoPSTN");
        assertThat(direct(ALEX, PolicyKind.EMERGENCY_CALL_ROUTING)).isEqualTo("Emergency-US");
        assertThat(voiceOn(ALEX)).isTrue();

        var undo = sent(undo(request));
        assertThat(described(undo))
                .containsExactly(
                        "REVOKE_SC none: Seattle -> Global",
                        "RESTORE_VRP none: NoPSTN -> Global",
                        "RESTORE_ECRP none: Emergency-US -> Global",
                        "EV_OFF off: on -> off",
                        "VERIFY");
        assertThat(undo.terms().plan().risk().why())
                .extracting(Explanation::key)
                .contains("plan.risk.no-emergency-calls");
        applied(undo);
        assertThat(state(ALEX)).isEqualTo(before);
        assertThat(house.now(request.id())).isInstanceOf(Request.Undone.class);
    }

    @Test
    void p2_somebody_enrolled_already_needs_nothing() {
        assertThat(House.planned(enrol(HANA, SEATTLE, false)))
                .isInstanceOfSatisfying(
                        PlanResult.NothingToDo.class,
                        nothing -> assertThat(nothing.report().overall()).isEqualTo(Overall.CAN_ENROL));
    }

    @Test
    void p3_a_number_of_their_own_is_in_the_way_until_its_release_is_asked_for() {
        withoutSharedCalling(LEE_GU);
        assertThat(House.planned(enrol(LEE_GU, SEATTLE, false)))
                .isInstanceOfSatisfying(
                        PlanResult.Blocked.class,
                        blocked -> assertThat(failing(blocked.report())).contains("USR-06"));
    }

    @Test
    void p4_a_released_number_takes_voice_with_it_so_voice_goes_on_again_and_undo_gives_both_back() {
        withoutSharedCalling(LEE_GU);
        var before = state(LEE_GU);
        var request = sent(enrol(LEE_GU, SEATTLE, true));
        assertThat(described(request))
                .containsExactly(
                        "RELEASE_NUMBER +14255550140: +14255550140 -> none",
                        "EV_ON on: off -> on",
                        "GRANT_SC Seattle: Global -> Seattle",
                        "VERIFY");
        assertThat(applied(request).proof().overall()).isEqualTo(Overall.READY_WITH_WARNINGS);
        assertThat(voiceOn(LEE_GU)).isTrue();
        assertThat(state(LEE_GU).lines()).isEmpty();

        var undo = sent(undo(request));
        assertThat(described(undo))
                .containsExactly(
                        "REVOKE_SC none: Seattle -> Global",
                        "ASSIGN_NUMBER +14255550140: none -> +14255550140",
                        "VERIFY");
        applied(undo);
        assertThat(state(LEE_GU)).isEqualTo(before);
    }

    @Test
    void p5_emergency_routing_of_the_wrong_kind_is_replaced_and_comes_back() {
        withoutSharedCalling(BIANCA);
        var before = state(BIANCA);
        var request = sent(enrol(BIANCA, new PolicyName("Berlin"), false));
        assertThat(described(request))
                .containsExactly(
                        "GRANT_ECRP Emergency-DE: Emergency-DE-draft -> Emergency-DE",
                        "GRANT_SC Berlin: Global -> Berlin",
                        "VERIFY");
        assertThat(applied(request).proof().overall()).isEqualTo(Overall.READY);

        var undo = sent(undo(request));
        assertThat(described(undo))
                .containsExactly(
                        "REVOKE_SC none: Berlin -> Global",
                        "RESTORE_ECRP Emergency-DE-draft: Emergency-DE -> Emergency-DE-draft",
                        "VERIFY");
        applied(undo);
        assertThat(state(BIANCA)).isEqualTo(before);
    }

    @Test
    void p6_without_a_licence_nobody_is_enrolled() {
        tenant.emulator().faults().add("{\"kind\":\"expired-licence\",\"person\":\"%s\"}".formatted(ALEX));
        assertThat(House.planned(enrol(ALEX, SEATTLE, false)))
                .isInstanceOfSatisfying(
                        PlanResult.Blocked.class,
                        blocked -> assertThat(failing(blocked.report())).contains("USR-03"));
    }

    @Test
    void p7_a_policy_that_does_not_work_is_not_granted() {
        assertThat(House.planned(enrol(MEGAN, new PolicyName("Reno"), false)))
                .isInstanceOfSatisfying(
                        PlanResult.Blocked.class,
                        blocked -> assertThat(failing(blocked.report())).contains("RES-10"));
    }

    /** A restart in the middle finds the tenant where the steps before it have left it. */
    @Test
    @Requirement("T20")
    void what_fails_half_way_is_finished_later_and_nothing_is_written_twice() {
        var request = sent(enrol(ALEX, SEATTLE, false));
        approved(request);
        tenant.emulator().faults().add("{\"kind\":\"broken\",\"status\":500,\"path\":\"/assign\",\"times\":2}");
        tenant.emulator().faults().add("{\"kind\":\"powershell-dies\",\"path\":\"Set-CsPhoneNumberAssignment\"}");
        assertThat(house.applied(request.id())).isInstanceOf(Request.Completed.class);
        assertThat(house.tenant.writes).doesNotHaveDuplicates().hasSize(4);
    }

    private SubmissionResult enrol(UserId person, PolicyName policy, boolean release) {
        return house.requests
                .asking()
                .submit(new ChangeRequest(ANA_ADMIN, new Intent.EnrolPerson(person, policy, release), "joins sales"));
    }

    private SubmissionResult undo(Request.Pending request) {
        return house.requests
                .asking()
                .submit(new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(request.id()), "wrong person"));
    }

    private static Request.Pending sent(SubmissionResult asked) {
        assertThat(asked).isInstanceOf(SubmissionResult.Sent.class);
        return ((SubmissionResult.Sent) asked).request();
    }

    /** High risk takes two. */
    private void approved(Request.Pending request) {
        if (house.yes(LEE_APPROVER, request.id()) instanceof DecisionResult.MoreNeeded) {
            house.yes(PRIYA_APPROVER, request.id());
        }
    }

    private Request.Completed applied(Request.Pending request) {
        approved(request);
        var done = house.applied(request.id());
        assertThat(done).isInstanceOf(Request.Completed.class);
        return (Request.Completed) done;
    }

    private static void withoutSharedCalling(UserId person) {
        tenant.model().ports().policyGrants().revoke(person, PolicyKind.SHARED_CALLING, new ChangeKey("before", 0));
    }

    private PersonState state(UserId person) {
        return PersonState.of(house.tenantReader.person(person).orElseThrow())
                .known()
                .orElseThrow();
    }

    private boolean voiceOn(UserId person) {
        return state(person).voiceOn();
    }

    private String direct(UserId person, PolicyKind kind) {
        var assignment = house.tenantReader
                .person(person)
                .orElseThrow()
                .policy(kind)
                .known()
                .orElseThrow();
        assertThat(assignment).isInstanceOf(Assignment.Direct.class);
        return assignment.policy().value();
    }

    private static List<String> described(Request.Pending request) {
        return request.terms().plan().steps().stream()
                .map(step -> step.change().isEmpty()
                        ? step.name().name()
                        : "%s %s: %s -> %s".formatted(step.name(), step.target(), step.before(), step.after()))
                .toList();
    }

    private static List<String> failing(Report<PersonCase> report) {
        return report.with(Outcome.FAIL).stream()
                .map(Finding::rule)
                .map(rule -> rule.id().value())
                .toList();
    }
}
