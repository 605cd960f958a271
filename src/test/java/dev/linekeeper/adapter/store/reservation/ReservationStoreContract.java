package dev.linekeeper.adapter.store.reservation;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.reservation.ReservedFor.ReservedKind;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for reservations. */
abstract class ReservationStoreContract {
    private static final PhoneNumber FREE = PhoneNumber.of("+442079460130");
    private static final PhoneNumber LONG = PhoneNumber.of("+14255550190;ext=123456789012");
    private static final LocalDate END = LocalDate.parse("2027-05-31");
    private static final ReservedFor PERSON = new ReservedFor(ReservedKind.PERSON, ADELE.value(), "Adele \"A\" Vance");

    final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void openStore() {
        store = open();
        store.forgetEverything();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static NumberReservation kept(long id, PhoneNumber number, ReservedFor whom, LocalDate until) {
        return new NumberReservation(
                new RequestId(id), number, whom, KIM, MONDAY, until, "Ärger; they wrote: 'yes' 😀");
    }

    @Test
    void what_is_kept_comes_back_as_it_was_the_next_to_end_first() {
        var person = kept(1, FREE, PERSON, END);
        var purpose = kept(2, LONG, ReservedFor.purpose("ß".repeat(ReservedFor.LONGEST)), END.minusDays(1));
        assertThat(store.reservations().add(person)).isTrue();
        assertThat(store.reservations().add(purpose)).isTrue();

        assertThat(store.reservations().open()).containsExactly(purpose, person);
        assertThat(store.reservations().open(FREE)).contains(person);
        assertThat(store.reservations().find(new RequestId(2))).contains(purpose);
        assertThat(store.reservations().find(new RequestId(3))).isEmpty();
        assertThat(store.reservations().open(FREE.base())).contains(person);
        assertThat(store.reservations().open(LONG.base())).isEmpty();
    }

    @Test
    void a_number_has_one_at_a_time_and_it_ends_once() {
        store.reservations().add(kept(1, FREE, PERSON, END));
        assertThat(store.reservations().add(kept(2, FREE, ReservedFor.site("London"), END)))
                .isFalse();
        assertThat(store.reservations().open()).hasSize(1);

        assertThat(store.reservations().end(new RequestId(1), MONDAY)).isTrue();
        assertThat(store.reservations().end(new RequestId(1), MONDAY)).isFalse();
        assertThat(store.reservations().end(new RequestId(9), MONDAY)).isFalse();
        assertThat(store.reservations().open()).isEmpty();
        assertThat(store.reservations().find(new RequestId(1))).isPresent();
        assertThat(store.reservations().add(kept(3, FREE, PERSON, END))).isTrue();
    }

    @Test
    void whoever_is_erased_is_in_none_of_them() {
        store.reservations().add(kept(1, FREE, PERSON, END));
        store.reservations().add(kept(2, LONG, ReservedFor.purpose(ADELE.value()), END));

        store.upkeep().erase(ADELE, Set.of(), "asked for", MONDAY);
        assertThat(store.reservations().open())
                .extracting(it -> it.id().number())
                .containsExactly(2L);
        store.upkeep().erase(KIM, Set.of(), "asked for", MONDAY);
        assertThat(store.reservations().open()).isEmpty();
    }

    @Test
    void what_ended_long_ago_is_forgotten_and_nothing_that_is_open() {
        store.reservations().add(kept(1, FREE, PERSON, END));
        store.reservations().add(kept(2, LONG, PERSON, END));
        store.reservations().end(new RequestId(1), MONDAY);

        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(399)));
        assertThat(store.reservations().find(new RequestId(1))).isPresent();
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(401)));
        assertThat(store.reservations().find(new RequestId(1))).isEmpty();
        assertThat(store.reservations().open()).hasSize(1);
    }
}
