package dev.linekeeper.service.schedule;

import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request for Adele, Alex and Megan together with days, asked for and approved on Monday, 23 November 2026. */
class BatchDaysTest extends TogetherWithDays {
    private static final DecisionInput TYPED = new DecisionInput.Typed();
    private static final Schedule FROM_DECEMBER =
            new Schedule(Optional.of(LocalDate.of(2026, 12, 1)), Optional.empty(), ZoneId.of("Europe/Berlin"));
    private static final Instant START = Instant.parse("2026-11-30T23:00:00Z");

    @Test
    void its_members_are_put_off_until_the_start_and_the_approval_does_not_age_until_then() {
        Batch batch = approved(house.requests, FROM_DECEMBER);
        List<RequestId> members = members(batch.id());

        assertThat(members).hasSize(3).allSatisfy(member -> {
            assertThat(house.now(member)).isInstanceOf(Request.Approved.class);
            assertThat(house.diary.times).containsEntry(member, START);
            assertThat(house.requests.applying().run(member))
                    .isEqualTo(new ExecutionResult.Deferred(member, Duration.between(Sample.MONDAY, START)));
        });
        assertThat(house.kept.requests().starting())
                .as("members are listed with their batch")
                .isEmpty();
        passUntil(START.minusSeconds(1));
        house = house.restarted(folder, Sample.POLICY);
        assertThat(house.requests.applying().run(members.getFirst()))
                .isEqualTo(new ExecutionResult.Deferred(members.getFirst(), Duration.ofSeconds(1)));
        assertThat(house.tenant.writes).isEmpty();

        passUntil(START);
        assertThat(members)
                .allSatisfy(member -> assertThat(house.applied(member)).isInstanceOf(Request.Completed.class));
    }

    @Test
    void the_first_begin_at_the_start_and_the_others_a_while_later_though_it_was_approved_long_before() {
        Requests careful = house.careful(new Requests.Care(new Caution(1, false, 5), FreezeWindows.NONE));
        Batch batch = approved(careful, FROM_DECEMBER);
        RequestId first = batch.canary().getFirst();

        assertThat(house.diary.times)
                .allSatisfy(
                        (member, at) -> assertThat(at).isEqualTo(member.equals(first) ? START : START.plusSeconds(60)));
        passUntil(START);
        members(batch.id()).stream()
                .filter(member -> !member.equals(first))
                .forEach(other -> assertThat(careful.applying().run(other))
                        .isEqualTo(new ExecutionResult.Deferred(other, Duration.ofSeconds(10))));
        assertThat(house.tenant.writes).isEmpty();
    }

    /** Whatever is pressed and however often jobs are woken, on whichever side of midnight the zone lies. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nobody_begins_before_their_day(long seed) {
        var random = new Random(seed);
        String zone = List.of("Pacific/Kiritimati", "Europe/Berlin", "UTC", "America/Denver")
                .get((int) seed - 1);
        var days = new Schedule(
                Optional.of(LocalDate.of(2026, 11, 25).plusDays(random.nextInt(20))),
                Optional.empty(),
                ZoneId.of(zone));
        Requests careful =
                house.careful(new Requests.Care(new Caution(random.nextInt(2), false, 5), FreezeWindows.NONE));
        Batch batch = approved(careful, days);
        Instant start = days.startsAt().orElseThrow();
        List<RequestId> members = members(batch.id());
        while (house.clock.instant().isBefore(start)) {
            RequestAction action = random.nextBoolean() ? RequestAction.PAUSE : RequestAction.RESUME;
            careful.controlling().control(LEE_APPROVER, batch.id(), action, TYPED);
            RequestId member = members.get(random.nextInt(members.size()));
            assertThat(careful.applying().run(member)).isInstanceOf(ExecutionResult.Deferred.class);
            assertThat(house.tenant.writes).isEmpty();
            house.clock.pass(Duration.ofMinutes(random.nextInt(24 * 60)));
        }
        careful.controlling().control(LEE_APPROVER, batch.id(), RequestAction.RESUME, TYPED);
        assertThat(house.kept.batches().progress(batch.id())).containsEntry(MemberState.WAITING, 3);
        assertThat(careful.applying()
                        .run(now(batch.id()).canary().stream().findFirst().orElse(members.getFirst())))
                .isInstanceOf(ExecutionResult.Ended.class);
    }
}
