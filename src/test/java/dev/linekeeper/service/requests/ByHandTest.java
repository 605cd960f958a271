package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.execution.ManualStepsClaim;
import dev.linekeeper.service.execution.ManualStepsResult;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.execution.PlanExportResult;
import dev.linekeeper.service.tenant.ChangeKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that an admin carries out with the exported script, and how the request learns of it. */
class ByHandTest {
    private static final ApprovalPolicy POLICY =
            new ApprovalPolicy(Duration.ofDays(3), 1, 1, List.of(), Duration.ofDays(7), Duration.ofHours(1));

    @TempDir
    private Path folder;

    private House house;
    private PlanExport planExport;

    @BeforeEach
    void open() {
        house = new House(folder, POLICY);
        planExport = new PlanExport(
                house.kept.requests(),
                house.model.ports().directory(),
                house.model.ports().organisation(),
                house.kept.trail(),
                house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_export_is_a_script_and_on_the_record() {
        assertThat(export(house.approved().id()))
                .isInstanceOfSatisfying(
                        PlanExportResult.ExportedScript.class,
                        it -> assertThat(it.script().fileName()).isEqualTo("SC-1001.ps1"));
        assertThat(audit(AuditEntry.Action.READ))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).contains(ANA_ADMIN));
    }

    @Test
    void what_is_not_approved_or_over_or_a_dry_run_is_no_script() {
        var pending = house.asked();
        assertThat(export(pending.id())).isEqualTo(new PlanExportResult.NotApproved(pending));
        house.requests.deciding().deny(LEE_APPROVER, pending.id(), "no", new DecisionInput.Typed());
        assertThat(export(pending.id())).isInstanceOf(PlanExportResult.NotApproved.class);
        assertThat(export(new RequestId(7))).isEqualTo(new PlanExportResult.NothingToExport(new RequestId(7)));

        house.mode = OperatingMode.DRY_RUN;
        assertThat(export(house.approved().id())).isInstanceOf(PlanExportResult.DryRun.class);
        assertThat(audit(AuditEntry.Action.READ)).isEmpty();
    }

    @Test
    void a_plan_done_by_hand_is_seen_judged_and_completed_without_a_write() {
        var approved = stopped();
        carryOut(approved.terms().plan().changes());
        int writes = writes();

        var confirmed = confirm(
                approved, claim(approved, approved.terms().plan().steps().size() - 1));

        assertThat(confirmed).isInstanceOfSatisfying(ManualStepsResult.AllStepsDone.class, it -> {
            assertThat(it.found()).isEqualTo(4);
            assertThat(it.request().done())
                    .extracting(StepDone::how)
                    .containsExactly(
                            StepDone.How.ALREADY_THERE,
                            StepDone.How.ALREADY_THERE,
                            StepDone.How.ALREADY_THERE,
                            StepDone.How.ALREADY_THERE,
                            StepDone.How.JUDGED);
            assertThat(it.request().proof().failing()).isEmpty();
        });
        assertThat(house.now(approved.id())).isInstanceOf(Request.Completed.class);
        assertThat(writes()).isEqualTo(writes);
        assertThat(audit(AuditEntry.Action.STEP_DONE))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.actor()).contains(ANA_ADMIN));
        assertThat(audit(AuditEntry.Action.COMPLETED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).contains(ANA_ADMIN));
    }

    @Test
    void an_answer_that_says_more_than_there_is_is_not_believed() {
        var approved = stopped();
        var changes = approved.terms().plan().changes();
        carryOut(changes.subList(0, 1));

        var confirmed = confirm(approved, claim(approved, changes.size()));

        assertThat(confirmed).isInstanceOfSatisfying(ManualStepsResult.SomeStepsDone.class, it -> {
            assertThat(it.found()).isEqualTo(1);
            assertThat(it.next().name())
                    .isEqualTo(approved.terms().plan().steps().get(1).name());
            assertThat(it.why()).startsWith("It is ");
        });
        assertThat(house.now(approved.id())).isInstanceOfSatisfying(Request.PartlyApplied.class, it -> {
            assertThat(it.done()).hasSize(1);
            assertThat(it.stop().why()).isEqualTo(StopReason.BY_HAND);
            assertThat(it.stop().index()).isEqualTo(1);
        });
        assertThat(house.diary.entries)
                .filteredOn(entry -> entry.equals("apply " + approved.id()))
                .hasSize(1);
    }

    @Test
    void only_what_the_answer_names_is_looked_at_and_without_an_answer_everything() {
        var approved = stopped();
        carryOut(approved.terms().plan().changes());

        assertThat(confirm(approved, claim(approved, 2)))
                .isInstanceOfSatisfying(
                        ManualStepsResult.SomeStepsDone.class,
                        it -> assertThat(it.found()).isEqualTo(2));
        assertThat(confirm(approved, Optional.empty()))
                .isInstanceOfSatisfying(
                        ManualStepsResult.AllStepsDone.class,
                        it -> assertThat(it.found()).isEqualTo(2));
    }

    @Test
    void an_answer_to_another_plan_or_request_changes_nothing() {
        var approved = stopped();
        carryOut(approved.terms().plan().changes());
        var good = claim(approved, 3).orElseThrow();
        var misnamed = new ManualStepsClaim(approved.id(), good.fingerprint(), Map.of(1, StepName.GRANT_SC));

        for (var wrong : List.of(
                new ManualStepsClaim(approved.id(), "0".repeat(64), good.steps()),
                new ManualStepsClaim(new RequestId(7), good.fingerprint(), good.steps()),
                misnamed,
                new ManualStepsClaim(approved.id(), good.fingerprint(), Map.of(99, StepName.EV_ON)))) {
            assertThat(confirm(approved, Optional.of(wrong))).isInstanceOf(ManualStepsResult.AnotherPlan.class);
        }
        assertThat(((Request.PartlyApplied) house.now(approved.id())).done()).isEmpty();
    }

    @Test
    void who_is_no_admin_is_refused_on_the_record() {
        var approved = stopped();

        assertThat(house.requests.confirming().confirm(LEE_APPROVER, approved.id(), Optional.empty()))
                .isInstanceOf(ManualStepsResult.ManualStepsNotAllowed.class);
        assertThat(audit(AuditEntry.Action.REFUSED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("tried", "confirm"));
    }

    @Test
    void a_plan_that_was_done_by_hand_before_it_was_applied_counts_too_and_a_dry_run_does_not() {
        var approved = house.approved();
        carryOut(approved.terms().plan().changes());
        assertThat(confirm(approved, Optional.empty())).isInstanceOf(ManualStepsResult.AllStepsDone.class);
        assertThat(confirm(approved, Optional.empty())).isInstanceOf(ManualStepsResult.NotUnderWay.class);

        house.mode = OperatingMode.DRY_RUN;
        assertThat(house.requests.confirming().confirm(ANA_ADMIN, new RequestId(7), Optional.empty()))
                .isInstanceOf(ManualStepsResult.NoSuchRequest.class);
    }

    @Test
    void what_cannot_be_read_stays_open_with_the_reason() {
        var approved = stopped();
        carryOut(approved.terms().plan().changes());
        house.tenant.voiceFails = true;

        assertThat(confirm(approved, Optional.empty()))
                .isInstanceOfSatisfying(ManualStepsResult.SomeStepsDone.class, it -> {
                    assertThat(it.found()).isZero();
                    assertThat(it.why()).isNotBlank().doesNotStartWith("It is");
                });
    }

    /** Approved while nothing could be asked to be dry, then stopped before the first step because of the mode. */
    private Request stopped() {
        var approved = house.approved();
        house.mode = OperatingMode.READ_ONLY;
        return house.applied(approved.id());
    }

    private PlanExportResult export(RequestId id) {
        return planExport.export(id, Optional.of(ANA_ADMIN), Wording.of(Locale.ENGLISH)::say);
    }

    private ManualStepsResult confirm(Request request, Optional<ManualStepsClaim> claim) {
        return house.requests.confirming().confirm(ANA_ADMIN, request.id(), claim);
    }

    private static Optional<ManualStepsClaim> claim(Request request, int steps) {
        Plan plan = request.terms().plan();
        var said = new LinkedHashMap<Integer, StepName>();
        for (int at = 0; at < steps; at++) {
            said.put(at + 1, plan.steps().get(at).name());
        }
        return Optional.of(new ManualStepsClaim(request.id(), plan.fingerprint(), said));
    }

    /** The admin at their own shell: straight to the tenant, past everything of ours. */
    private void carryOut(List<Change> changes) {
        var ports = house.model.ports();
        var key = new ChangeKey("by hand", 1);
        for (Change change : changes) {
            switch (change) {
                case Change.SwitchVoice(var person, var on) ->
                    ports.voiceSwitch().set(person, on, key);
                case Change.GrantPolicy(var person, PolicyKind kind, var policy) ->
                    ports.policyGrants().grant(person, kind, policy, key);
                case Change _ -> throw new AssertionError(change);
            }
        }
    }

    private int writes() {
        return house.tenant.writes.size();
    }

    private List<AuditEntry> audit(AuditEntry.Action action) {
        return house.kept.audited().reversed().stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.action() == action)
                .toList();
    }
}
