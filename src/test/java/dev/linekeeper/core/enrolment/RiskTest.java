package dev.linekeeper.core.enrolment;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.person.Line;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskTest {

    @Test
    void isLowWhenOnlyVoiceAndSharedCallingChange() {
        var plan = plan(us("u").voice(false).inherited(SHARED_CALLING), "SC-SEA");

        assertThat(plan.risk()).isEqualTo(new Risk(Risk.RiskLevel.LOW, List.of(Explanation.of("plan.risk.low"))));
    }

    @Test
    void isMediumWhenRoutingChanges() {
        var emergency =
                plan(us("u").inherited(EMERGENCY_CALL_ROUTING), "SC-SEA").risk();
        var voice = plan(us("u").direct(VOICE_ROUTING, "V-US"), "SC-SEA").risk();

        assertThat(emergency)
                .isEqualTo(new Risk(
                        Risk.RiskLevel.MEDIUM,
                        List.of(Explanation.of("plan.risk.emergency-routing", "Global", "E-US"))));
        assertThat(voice)
                .isEqualTo(new Risk(
                        Risk.RiskLevel.MEDIUM, List.of(Explanation.of("plan.risk.voice-routing", "V-US", "NoPSTN"))));
    }

    @Test
    void isMediumWhenOtherCallbackNumbersApply() {
        assertThat(plan(us("u"), "SC-TF2").risk())
                .isEqualTo(new Risk(
                        Risk.RiskLevel.MEDIUM, List.of(Explanation.of("plan.risk.callbacks-changed", "SC-SEA"))));
    }

    @Test
    @Requirement("T32")
    void namesTheGravestReasonFirst() {
        var plan = plan(us("u").direct(VOICE_ROUTING, "V-US"), "SC-SEA0");

        assertThat(plan.risk())
                .isEqualTo(new Risk(
                        Risk.RiskLevel.HIGH,
                        List.of(
                                Explanation.of("plan.risk.callbacks-removed", "SC-SEA"),
                                Explanation.of("plan.risk.voice-routing", "V-US", "NoPSTN"))));
    }

    @Test
    @Requirement("T32")
    void isHighWhenEmergencyCallsOrANumberWithItsPlaceGo() {
        var it = ContosoCase.of("F07");
        var release = ((PlanResult.Ready) Planner.enrol(it.person(), it.tenant(), settings(), named("SC-SEA"), true))
                .plan()
                .risk();
        var removal = ((PlanResult.Ready)
                        Planner.remove(us("u").build(), contoso().build(), settings()))
                .plan()
                .risk();

        assertThat(release.level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(release.why()).contains(Explanation.of("plan.risk.number-released", "+14255550140"));
        assertThat(removal.level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(removal.why())
                .contains(
                        Explanation.of("plan.risk.no-emergency-calls"),
                        Explanation.of("plan.risk.callbacks-removed", "SC-SEA"));
    }

    @Test
    void mendingSomebodysSettingsIsNoMove() {
        assertThat(plan(us("u").direct(VOICE_ROUTING, "V-US"), "SC-SEA").purpose())
                .isEqualTo(Purpose.ENROL);
    }

    @Test
    void isNotRaisedByCallbackNumbersThatWereNeverThere() {
        assertThat(plan(us("u").direct(SHARED_CALLING, "SC-SEA0"), "SC-SEA")
                        .risk()
                        .level())
                .isEqualTo(Risk.RiskLevel.LOW);
    }

    @Test
    @Requirement("T20")
    void aRemovalWaitsWhereVoiceDependsOnAGrantThatWasNotRead() {
        var outcome = Planner.remove(unreadBeneath(us("u")).build(), contoso().build(), settings());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PlanResult.NotVerified.class,
                        it -> assertThat(it.unread())
                                .contains("which Shared Calling policy takes the place of SC-SEA"));
    }

    @Test
    @Requirement("T20")
    void aRemovalWaitsWhereThePolicyThatTakesOverWasNotRead() {
        var person = us("u").policy(
                        SHARED_CALLING,
                        known(new Assignment.Direct(
                                named("SC-SEA"),
                                known(new Assignment.ByGroup(named("SC-LON"), new GroupId("sales"))))));

        var outcome = Planner.remove(
                person.build(),
                contoso()
                        .policy(new Policy.Unread(named("SC-LON"), SHARED_CALLING, "odd"))
                        .build(),
                settings());

        assertThat(outcome).isInstanceOf(PlanResult.NotVerified.class);
    }

    @Test
    @Requirement({"T20", "T29"})
    void saysSoWhenNobodyKnowsWhatTakesOver() {
        var person = unreadBeneath(us("u").voice(false));

        var outcome = Planner.remove(person.build(), contoso().build(), settings());

        var plan = ((PlanResult.Ready) outcome).plan();
        assertThat(plan.risk().why()).contains(Explanation.of("plan.risk.takes-over.unknown"));
        assertThat(plan.steps().getFirst().after()).isEqualTo("unknown");
        assertThat(plan.steps().stream().map(Step::name)).containsExactly(StepName.REVOKE_SC, StepName.VERIFY);
    }

    @Test
    @Requirement("T29")
    void aRemovalSaysThatEmergencyCallsAreOutOfReachOnlyWhereTheyWillBe() {
        var byGroup = known(new Assignment.ByGroup(named("SC-SEA"), new GroupId("sales")));
        var person = us("u").policy(SHARED_CALLING, known(new Assignment.Direct(named("SC-SEA0"), byGroup)));

        var plan = removal(person);

        assertThat(plan.risk().level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(plan.risk().why()).containsExactly(Explanation.of("plan.risk.takes-over.group", "SC-SEA", "sales"));
        assertThat(removal(us("u")).risk().why()).contains(Explanation.of("plan.risk.no-emergency-calls"));
    }

    @Test
    @Requirement("T29")
    void aRemovalSaysThatEmergencyCallsAreUnknownWhereWhatTakesOverWasNotRead() {
        var plan = removal(unreadBeneath(us("u")).primary("+14255550140;ext=12"));

        assertThat(plan.risk().why())
                .contains(Explanation.of("plan.risk.emergency-not-read"))
                .doesNotContain(Explanation.of("plan.risk.no-emergency-calls"));
    }

    @Test
    @Requirement("T32")
    void aRemovalIsOfHighRiskAlsoWhereAnOwnNumberIsLeft() {
        var it = ContosoCase.of("F07");

        var plan = ((PlanResult.Ready) Planner.remove(it.person(), it.tenant(), it.settings())).plan();

        assertThat(plan.risk())
                .isEqualTo(
                        new Risk(Risk.RiskLevel.HIGH, List.of(Explanation.of("plan.risk.policy-removed", "Global"))));
    }

    @Test
    void growsWithTheNumberOfPeople() {
        var low = plan(us("u").voice(false).inherited(SHARED_CALLING), "SC-SEA").risk();
        var medium = plan(us("u").direct(VOICE_ROUTING, "V-US"), "SC-SEA").risk();

        assertThat(low.forBatch(1)).isEqualTo(low);
        assertThat(low.forBatch(9)).isEqualTo(low);
        assertThat(low.forBatch(10).level()).isEqualTo(Risk.RiskLevel.MEDIUM);
        assertThat(low.forBatch(49).level()).isEqualTo(Risk.RiskLevel.MEDIUM);
        assertThat(low.forBatch(50).level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(medium.forBatch(10).level()).isEqualTo(Risk.RiskLevel.MEDIUM);
        assertThat(low.forBatch(10).why())
                .containsExactly(Explanation.of("plan.risk.batch", 10), Explanation.of("plan.risk.low"));

        var plan = plan(us("u").voice(false).inherited(SHARED_CALLING), "SC-SEA");
        assertThat(plan.forBatch(10).risk()).isEqualTo(low.forBatch(10));
        assertThat(plan.forBatch(10).fingerprint()).isEqualTo(plan.fingerprint());
    }

    @Test
    void theFingerprintDoesNotMindCaseOrderOrTimes() {
        var one = us("u").inherited(SHARED_CALLING)
                .direct(VOICE_ROUTING, "V-US")
                .primary("+14255550190;ext=6789")
                .line("+14255550180", Line.Category.ALTERNATE);
        var other = us("u").inherited(SHARED_CALLING)
                .policy(
                        VOICE_ROUTING,
                        new Fact.Known<>(
                                new Assignment.Direct(
                                        named("v-us"),
                                        new Fact.Known<>(new Assignment.Inherited(), "elsewhere", Instant.MAX)),
                                "elsewhere",
                                Instant.MAX))
                .line("+14255550180", Line.Category.ALTERNATE)
                .primary("+14255550190;ext=6789");

        assertThat(plan(one, "SC-SEA").fingerprint())
                .isEqualTo(plan(other, "SC-SEA").fingerprint());
    }

    @Test
    void theFingerprintMindsEverythingElse() {
        var plain = plan(us("u").inherited(SHARED_CALLING), "SC-SEA").fingerprint();

        assertThat(List.of(
                        plan(us("v").inherited(SHARED_CALLING), "SC-SEA").fingerprint(),
                        plan(us("u").inherited(SHARED_CALLING).voice(false), "SC-SEA")
                                .fingerprint(),
                        plan(us("u").byGroup(SHARED_CALLING, "SC-LON", "sales"), "SC-SEA")
                                .fingerprint(),
                        plan(us("u").byGroup(SHARED_CALLING, "SC-LON", "service"), "SC-SEA")
                                .fingerprint(),
                        plan(us("u").inherited(SHARED_CALLING), "SC-TF2").fingerprint(),
                        plan(us("u").inherited(SHARED_CALLING).primary("+14255550190;ext=6789"), "SC-SEA")
                                .fingerprint()))
                .doesNotContain(plain)
                .doesNotHaveDuplicates();
    }

    private static PersonFixture unreadBeneath(PersonFixture person) {
        return person.policy(SHARED_CALLING, known(new Assignment.Direct(named("SC-SEA"), Fact.missing("unread"))));
    }

    private static Plan removal(PersonFixture person) {
        return ((PlanResult.Ready) Planner.remove(person.build(), contoso().build(), settings())).plan();
    }

    private static Fact<Assignment> known(Assignment assignment) {
        return new Fact.Known<>(assignment, "test", Instant.EPOCH);
    }

    private static Plan plan(PersonFixture person, String policy) {
        var outcome = Planner.enrol(person.build(), contoso().build(), settings(), named(policy), false);
        assertThat(outcome).isInstanceOf(PlanResult.Ready.class);
        return ((PlanResult.Ready) outcome).plan();
    }
}
