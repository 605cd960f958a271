package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.EffectivePolicy.Origin;
import dev.linekeeper.core.history.Licence;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.PersonSettings.OwnLine;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for the history of people's settings; at most five versions of a person are kept. */
abstract class SettingsHistoryContract {
    private static final PersonSettings EVERYTHING = new PersonSettings(
            Optional.of(true),
            Optional.of(List.of(new OwnLine(
                    PhoneNumber.of("+14255550101;ext=12"),
                    Line.Category.PRIMARY,
                    Optional.of(new LocationId("place-1"))))),
            Map.of(
                    PolicyKind.SHARED_CALLING,
                    new EffectivePolicy(
                            new PolicyName("London"), Origin.GROUP, Optional.of(new GroupId("g-1")), Optional.empty())),
            Optional.of("GB"),
            Map.of(Licence.TEAMS_PHONE, true, Licence.CALLING_PLAN, false));
    private static final PersonSettings NOTHING_READ =
            new PersonSettings(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Map.of());
    private static final PersonSettings NONE =
            new PersonSettings(Optional.of(false), Optional.of(List.of()), Map.of(), Optional.of(""), Map.of());

    final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void versions_come_back_as_they_were_and_what_was_not_read_does_not_come_back_as_none() {
        var first = SettingsVersion.first(ADELE, EVERYTHING, MONDAY);
        var second = first.next(NOTHING_READ, MONDAY.plusSeconds(1), Optional.of(new RequestId(1042)));
        var third = second.next(NONE, MONDAY.plusSeconds(2), Optional.empty());
        List.of(first, second, third)
                .forEach(version -> assertThat(store.history().add(version)).isTrue());

        assertThat(store.history().of(ADELE)).containsExactly(first, second, third);
        assertThat(store.history().latest(ADELE)).contains(third);
        assertThat(store.history().of(KIM)).isEmpty();
        assertThat(store.history().latest(KIM)).isEmpty();
    }

    @Test
    void of_two_versions_of_one_number_the_first_stays_and_a_transaction_around_the_second_goes_on() {
        var first = SettingsVersion.first(ADELE, EVERYTHING, MONDAY);
        store.history().add(first);

        boolean added = store.transactions().run(() -> {
            boolean second = store.history().add(SettingsVersion.first(ADELE, NONE, MONDAY));
            store.history().add(SettingsVersion.first(KIM, NONE, MONDAY));
            return second;
        });

        assertThat(added).isFalse();
        assertThat(store.history().of(ADELE)).containsExactly(first);
        assertThat(store.history().of(KIM)).hasSize(1);
    }

    @Test
    void what_a_transaction_added_goes_with_it() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.history().add(SettingsVersion.first(ADELE, NONE, MONDAY));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(store.history().of(ADELE)).isEmpty();
    }

    @Test
    void a_version_read_again_was_seen_until_then_and_never_less_long() {
        var first = SettingsVersion.first(ADELE, EVERYTHING, MONDAY);
        store.history().add(first);
        store.history().seenAgain(first, MONDAY.plusSeconds(60));
        store.history().seenAgain(first, MONDAY.plusSeconds(30));

        assertThat(store.history().latest(ADELE).orElseThrow().since()).isEqualTo(MONDAY);
        assertThat(store.history().latest(ADELE).orElseThrow().until()).isEqualTo(MONDAY.plusSeconds(60));
    }

    @Test
    void only_the_newest_versions_of_a_person_are_kept() {
        var version = SettingsVersion.first(ADELE, EVERYTHING, MONDAY);
        store.history().add(SettingsVersion.first(KIM, EVERYTHING, MONDAY));
        for (int at = 0; at < 7; at++) {
            store.history().add(version);
            version = version.next(at % 2 == 0 ? NONE : EVERYTHING, MONDAY.plusSeconds(at), Optional.empty());
        }

        assertThat(store.history().of(ADELE))
                .extracting(SettingsVersion::number)
                .containsExactly(3, 4, 5, 6, 7);
        assertThat(store.history().of(KIM)).hasSize(1);
    }

    @Test
    @Requirement("T28")
    void what_was_seen_last_before_the_retention_is_deleted_and_so_is_all_of_an_erased_person() {
        var old = SettingsVersion.first(ADELE, EVERYTHING, MONDAY);
        var recent = old.next(NONE, MONDAY.plus(Duration.ofDays(100)), Optional.empty());
        store.history().add(old);
        store.history().add(recent);
        store.history().add(SettingsVersion.first(KIM, NONE, MONDAY.plus(Duration.ofDays(100))));

        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(181)));
        assertThat(store.history().of(ADELE)).containsExactly(recent);

        var erased = store.upkeep().erase(ADELE, "asked for it", MONDAY);
        assertThat(erased.settings()).isEqualTo(1);
        assertThat(store.history().of(ADELE)).isEmpty();
        assertThat(store.history().of(KIM)).hasSize(1);
    }
}
