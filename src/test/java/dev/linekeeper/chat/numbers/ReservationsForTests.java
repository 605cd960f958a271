package dev.linekeeper.chat.numbers;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.reservation.ReservationTerms;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.service.reservation.ReservationDesk;
import dev.linekeeper.service.reservation.ReservationsInForce;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.time.ZoneOffset;

/** Reservations over a real store. */
public final class ReservationsForTests {
    /** A month, half a year at most. */
    public static final ReservationTerms TERMS = new ReservationTerms(30, 180, ZoneOffset.UTC);

    private ReservationsForTests() {}

    public static Reservations inForce(OpenedStore store, Clock clock) {
        return new ReservationsInForce(store.reservations(), store.sites(), TERMS, clock);
    }

    public static ReservationDesk desk(OpenedStore store, Clock clock) {
        return new ReservationDesk(
                store.reservations(),
                store.requests(),
                store.batches(),
                TERMS,
                store.trail(),
                store.transactions(),
                clock);
    }

    public static ReservationCommands commands(
            OpenedStore store, TenantView tenant, Directory directory, DisplayNames names, Clock clock) {
        return new ReservationCommands(
                desk(store, clock),
                new ReservationNotes(inForce(store, clock), names),
                store.sites(),
                tenant,
                directory,
                new Days(clock, ZoneOffset.UTC));
    }
}
