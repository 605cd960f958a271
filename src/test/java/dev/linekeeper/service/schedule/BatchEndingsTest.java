package dev.linekeeper.service.schedule;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static dev.linekeeper.service.requests.House.SEATTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.OwnReason;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.requests.House.Fuse.PowerCut;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.ChangeKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Adele, Alex and Megan together until 31 December 2026, asked for and approved on Monday, 23 November. */
class BatchEndingsTest extends TogetherWithDays {
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Optional<Duration> LATER = Optional.of(Duration.ofHours(1));

    private static Schedule until(LocalDate day) {
        return new Schedule(Optional.empty(), Optional.of(day), ZoneId.of("UTC"));
    }

    private Batch done() {
        Batch batch = approved(house.requests, until(LocalDate.of(2026, 12, 31)));
        members(batch.id()).forEach(member -> assertThat(house.applied(member)).isInstanceOf(Request.Completed.class));
        return batch;
    }

    private Optional<Duration> ended(RequestId id) {
        return house.requests.ending().end(id);
    }

    private List<Batch> endings(RequestId of) {
        return house.kept.batches().latest(Optional.empty(), 9).stream()
                .filter(batch -> batch.terms().undoes().equals(Optional.of(of)))
                .toList();
    }

    private void applyAll(RequestId batch) {
        members(batch).forEach(house::applied);
    }

    @Test
    void they_end_by_one_job_and_are_reminded_of_by_one_message() {
        Batch batch = done();

        assertThat(house.diary.entries)
                .filteredOn(entry -> entry.startsWith("end "))
                .containsExactly(
                        "end %s at %s after [2026-12-25T00:00:00Z, 2026-12-31T00:00:00Z]".formatted(batch.id(), END));
        house.toldOfBatches.clear();
        house.told.clear();
        house.requests.announcing().endsSoon(batch.id());
        assertThat(house.toldOfBatches).extracting(Batch::id).containsExactly(batch.id());
        assertThat(house.told).isEmpty();
    }

    @Test
    void at_the_end_all_are_taken_back_as_one_batch_on_the_strength_of_the_approval_that_named_it() {
        Batch batch = done();
        passUntil(END.minusSeconds(1));
        assertThat(ended(batch.id())).isEqualTo(LATER);
        assertThat(endings(batch.id())).isEmpty();

        passUntil(END);
        assertThat(ended(batch.id())).isEqualTo(LATER);

        assertThat(endings(batch.id())).singleElement().satisfies(ending -> {
            assertThat(ending.terms().requester()).isEqualTo(UserId.LINEKEEPER);
            assertThat(ending.terms().plan().people()).isEqualTo(3);
            assertThat(ending.stage()).isInstanceOf(BatchUnderWay.class);
            assertThat(ending.approvals()).extracting(Approval::by).containsExactly(LEE_APPROVER, PRIYA_APPROVER);
            assertThat(members(ending.id())).hasSize(3);
            assertThat(house.kept.trail().of(ending.id()))
                    .extracting(record -> record.entry().action())
                    .containsExactly(Action.ASKED, Action.APPROVED);
            assertThat(house.kept.trail().of(ending.id()))
                    .allSatisfy(record -> assertThat(record.entry().actor()).isEmpty());
        });
        RequestId ending = endings(batch.id()).getFirst().id();
        assertThat(house.kept
                        .trail()
                        .of(members(ending).getFirst())
                        .getLast()
                        .entry()
                        .details())
                .containsEntry("with", members(batch.id()).getFirst().toString());
        assertThat(ended(batch.id())).as("while it is being taken back").isEqualTo(LATER);
        applyAll(ending);
        assertThat(members(batch.id()))
                .allSatisfy(member -> assertThat(house.now(member)).isInstanceOf(Request.Undone.class));
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(PolicyName.GLOBAL);
        assertThat(ended(batch.id())).isEmpty();
        assertThat(house.kept.batches().latest(Optional.empty(), 9)).hasSize(2);
        assertThat(house.kept.trail().verify(List.of())).isInstanceOf(Verification.ChainWhole.class);
    }

    @Test
    void whoever_was_changed_since_is_asked_about_anew_when_the_others_are_done() {
        Batch batch = done();
        for (UserId person : List.of(ADELE, ALEX)) {
            house.model
                    .ports()
                    .policyGrants()
                    .grant(person, PolicyKind.SHARED_CALLING, new PolicyName("London"), new ChangeKey("x" + person, 1));
        }
        passUntil(END);

        assertThat(ended(batch.id())).isEqualTo(LATER);
        Batch ending = house.kept.batches().latest(Optional.empty(), 1).getFirst();
        assertThat(house.kept.batches().people(ending.id())).containsExactly(MEGAN);
        applyAll(ending.id());
        assertThat(ended(batch.id())).isEmpty();

        Batch anew = house.kept.batches().latest(Optional.empty(), 1).getFirst();
        assertThat(anew.awaits()).isTrue();
        assertThat(anew.terms().requester()).isEqualTo(UserId.LINEKEEPER);
        assertThat(anew.terms().plan().purpose()).isEqualTo(Purpose.REMOVE);
        assertThat(house.kept.batches().people(anew.id())).containsExactlyInAnyOrder(ADELE, ALEX);
        assertThat(OwnReason.of(anew.terms().reason()))
                .contains(new OwnReason(OwnReason.Cause.ENDED, batch.id().toString()));
    }

    @Test
    void who_is_extended_together_keeps_it_and_is_taken_back_when_that_ends() {
        Batch batch = done();
        var longer = approved(
                house.requests, until(LocalDate.of(2027, 1, 31)), person -> new Intent.KeepPerson(person, SEATTLE));
        int writes = house.tenant.writes.size();
        applyAll(longer.id());
        assertThat(house.tenant.writes).hasSize(writes);
        house.toldOfBatches.clear();
        house.requests.announcing().endsSoon(batch.id());
        assertThat(house.toldOfBatches)
                .as("the first day does not count any more")
                .isEmpty();
        passUntil(END);
        assertThat(ended(batch.id())).isEmpty();

        passUntil(Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(ended(longer.id())).isEqualTo(LATER);

        RequestId ending = endings(batch.id()).getFirst().id();
        applyAll(ending);
        assertThat(members(batch.id()))
                .allSatisfy(member -> assertThat(house.now(member)).isInstanceOf(Request.Undone.class));
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(PolicyName.GLOBAL);
    }

    @Test
    void nothing_is_ended_while_nothing_may_be_written_or_what_cannot_be_read() {
        Batch batch = done();
        passUntil(END);
        house.mode = OperatingMode.READ_ONLY;
        assertThat(ended(batch.id())).isEqualTo(LATER);
        house.mode = OperatingMode.LIVE;
        house.tenant.voiceFails = true;
        assertThat(ended(batch.id())).isEqualTo(LATER);
        assertThat(endings(batch.id())).isEmpty();
    }

    @Test
    void a_process_that_is_killed_meanwhile_ends_it_once() {
        Batch batch = done();
        passUntil(END);
        int cuts = 0;
        for (boolean done = false; !done; ) {
            house.fuse.blowAfter(cuts);
            try {
                ended(batch.id());
                done = true;
            } catch (PowerCut cut) {
                cuts++;
                house = house.restarted(folder, Sample.POLICY);
                assertThat(endings(batch.id()))
                        .hasSizeLessThanOrEqualTo(1)
                        .allSatisfy(ending -> assertThat(members(ending.id()))
                                .hasSize(3)
                                .allSatisfy(
                                        member -> assertThat(house.now(member)).isInstanceOf(Request.Approved.class)));
            }
        }
        assertThat(cuts).isPositive();
        assertThat(endings(batch.id())).hasSize(1);
    }

    @Test
    void two_that_come_to_it_at_once_end_it_once() throws Exception {
        Batch batch = done();
        passUntil(END);
        try (var replicas = Executors.newFixedThreadPool(2)) {
            var one = replicas.submit(() -> ended(batch.id()));
            var other = replicas.submit(() -> ended(batch.id()));
            one.get();
            other.get();
        }
        assertThat(endings(batch.id())).hasSize(1);
    }
}
