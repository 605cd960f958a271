package dev.linekeeper.adapter.store.override;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.override.EmergencyGap;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.GapLine;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.override.OverrideState.OverrideEnd;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.override.StoredOverride;
import dev.linekeeper.service.people.AtOnce;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every database has to do for overrides. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OverrideStoreContract {
    private static final UserId ANA = new UserId("00000000-0000-0000-0000-0000000000a1");

    final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeAll
    void openStore() {
        store = open();
    }

    @BeforeEach
    void forget() {
        store.forgetEverything();
    }

    @AfterAll
    void closeStore() {
        store.close();
    }

    private OverrideStore overrides() {
        return store.overrides();
    }

    private static Function<RequestId, EmergencyOverride> asked(UserId person) {
        return id -> new EmergencyOverride(
                id,
                person,
                ANA,
                new EmergencyGap(
                        new PolicyName("Seattle borrowed"),
                        List.of(
                                new GapLine(
                                        "POL-07",
                                        Explanation.of(
                                                "readiness.POL-07.in-use", List.of(PhoneNumber.of("+14255550174")))),
                                new GapLine("EMG-12", Explanation.of("readiness.EMG-12.long", "E", 400, 350)))),
                "the port takes two weeks \u2013 'really'",
                new Schedule(Optional.empty(), Optional.of(LocalDate.of(2026, 12, 10)), ZoneId.of("Europe/Berlin")),
                MONDAY,
                MONDAY.plus(Duration.ofDays(3)),
                Set.of(LEE, KIM),
                List.of(),
                new OverrideAsked());
    }

    private StoredOverride added(UserId person) {
        return overrides().add(asked(person)).orElseThrow();
    }

    @Test
    void an_override_is_read_as_it_was_stored_in_each_of_its_states() {
        var before = added(ADELE);
        assertThat(overrides().find(before.override().id())).contains(before);

        var approvals = List.of(new Approval(LEE, MONDAY, "APPROVER"), new Approval(KIM, MONDAY, "APPROVER"));
        var inForce = overrides()
                .replace(before, before.override().approved(approvals, MONDAY))
                .orElseThrow();
        assertThat(inForce.version()).isEqualTo(2);
        assertThat(overrides().openOf(ADELE)).contains(inForce);

        var reminded = overrides()
                .replace(inForce, inForce.override().with(new OverrideInForce(MONDAY, Optional.of(MONDAY))))
                .orElseThrow();
        assertThat(overrides().open()).containsExactly(reminded);

        var over = new OverrideOver(OverrideEnd.CLOSED, Optional.of(ANA), "the number is here", MONDAY);
        var closed =
                overrides().replace(reminded, reminded.override().with(over)).orElseThrow();
        assertThat(overrides().find(before.override().id())).contains(closed);
        assertThat(overrides().open()).isEmpty();
        assertThat(overrides().openOf(ADELE)).isEmpty();
    }

    @Test
    void somebody_has_one_open_override_at_most_and_may_have_the_next_when_it_is_over() {
        var first = added(ADELE);
        assertThat(overrides().add(asked(ADELE))).isEmpty();
        assertThat(overrides().add(asked(KIM))).isPresent();

        overrides()
                .replace(
                        first,
                        first.override().with(new OverrideOver(OverrideEnd.LAPSED, Optional.empty(), "", MONDAY)));
        assertThat(added(ADELE).override().id()).isGreaterThan(first.override().id());
    }

    @Test
    void of_many_who_ask_for_the_same_person_at_once_one_gets_through() throws Exception {
        assertThat(AtOnce.of(6, _ -> overrides().add(asked(ADELE))))
                .filteredOn(Optional::isPresent)
                .singleElement()
                .isEqualTo(overrides().openOf(ADELE));
    }

    @Test
    void of_two_who_replace_it_at_once_the_first_wins() {
        var seen = added(ADELE);
        var approved = seen.override().approved(List.of(new Approval(LEE, MONDAY, "APPROVER")), MONDAY);
        assertThat(overrides().replace(seen, approved)).isPresent();
        assertThat(overrides().replace(seen, seen.override())).isEmpty();
        assertThat(overrides().openOf(ADELE).orElseThrow().override()).isEqualTo(approved);
    }

    @Test
    void what_is_over_is_deleted_after_its_time_and_erased_with_its_person_and_what_is_open_stays() {
        var open = added(KIM);
        var over = added(ADELE);
        overrides()
                .replace(
                        over,
                        over.override().with(new OverrideOver(OverrideEnd.EXPIRED, Optional.empty(), "", MONDAY)));
        var id = over.override().id();
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(399)));
        assertThat(overrides().find(id)).isPresent();
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(401)));
        assertThat(overrides().find(id)).isEmpty();
        assertThat(overrides().open()).containsExactly(open);

        store.upkeep().erase(ADELE, Set.of(), "asked for", MONDAY);
        assertThat(overrides().open()).containsExactly(open);
        assertThat(store.upkeep().openRequests(KIM)).contains(open.override().id());
    }

    @Test
    void who_is_erased_is_in_no_override_that_is_over() {
        var over = added(ADELE);
        overrides()
                .replace(
                        over,
                        over.override().with(new OverrideOver(OverrideEnd.EXPIRED, Optional.empty(), "", MONDAY)));
        store.upkeep().erase(LEE, Set.of(), "asked for", MONDAY);
        assertThat(overrides().find(over.override().id())).isEmpty();
    }
}
