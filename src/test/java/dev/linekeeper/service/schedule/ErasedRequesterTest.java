package dev.linekeeper.service.schedule;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.requests.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ana asked for three people until 31 December, and is erased before it ends. */
class ErasedRequesterTest extends TogetherWithDays {
    private static final Schedule DAYS =
            new Schedule(Optional.empty(), Optional.of(LocalDate.of(2026, 12, 31)), ZoneOffset.UTC);
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    private Batch done() {
        Batch batch = approved(house.requests, DAYS);
        members(batch.id()).forEach(house::applied);
        return batch;
    }

    private void erased(UserId person) {
        house.kept.upkeep().erase(person, "left", house.clock.instant());
    }

    @Test
    void what_she_asked_for_ends_after_a_restart_and_nothing_names_her() {
        Batch batch = done();

        erased(ANA_ADMIN);
        house = house.restarted(folder, Sample.POLICY);

        assertThat(now(batch.id()).terms())
                .returns(UserId.LINEKEEPER, terms -> terms.requester())
                .returns("", terms -> terms.reason());
        assertThat(house.kept.requests().temporary())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.terms().concerns(ANA_ADMIN)).isFalse());
        for (String table : List.of("request", "batch", "request_version")) {
            assertThat(house.kept
                            .sql()
                            .sql("select count(*) from %s where body like ?".formatted(table))
                            .param("%" + ANA_ADMIN + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }

        passUntil(END);
        house.requests.ending().end(batch.id());
        RequestId ending =
                house.kept.batches().latest(Optional.empty(), 1).getFirst().id();
        members(ending).forEach(house::applied);
        assertThat(ending).isNotEqualTo(batch.id());
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(PolicyName.GLOBAL);
        assertThat(house.kept.trail().verify(List.of())).isInstanceOf(Verification.ChainWhole.class);
    }

    @Test
    void who_has_it_is_not_erased_before_its_end() {
        Batch batch = done();
        RequestId hers = members(batch.id()).getFirst();

        assertThat(house.kept.upkeep().endsToCome(ADELE, house.clock.instant())).containsExactly(hers);
        erased(ADELE);

        assertThat(house.now(hers)).isInstanceOf(Request.Completed.class);
        assertThat(house.kept.upkeep().endsToCome(ADELE, END)).isEmpty();
        house.kept
                .sql()
                .sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('end-request', ?, current_timestamp, false, 1)")
                .param(batch.id().number() + "/x")
                .update();
        assertThat(house.kept.upkeep().endsToCome(ADELE, END))
                .as("its end was not possible yet")
                .containsExactly(hers);
        assertThat(house.kept.upkeep().endsToCome(ANA_ADMIN, house.clock.instant()))
                .isEmpty();
    }
}
