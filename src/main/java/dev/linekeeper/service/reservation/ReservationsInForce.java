package dev.linekeeper.service.reservation;

import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.ReservationTerms;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.reservation.ReservedFor.ReservedKind;
import dev.linekeeper.core.reservation.TakenNumber;
import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.site.SiteStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What stored reservations keep now. Of a site its account and its policy may have the number. */
public record ReservationsInForce(ReservationStore store, SiteStore sites, ReservationTerms terms, Clock clock)
        implements Reservations {
    @Override
    public List<NumberReservation> inForce() {
        return store.open().stream().filter(this::counts).toList();
    }

    @Override
    public Optional<NumberReservation> of(PhoneNumber number) {
        return store.open(number).filter(this::counts);
    }

    private boolean counts(NumberReservation reservation) {
        return !reservation.isOver(terms.today(clock.instant()));
    }

    @Override
    public boolean isFor(NumberReservation reserved, TakenNumber taken) {
        return reserved.whom().gets(taken)
                || (reserved.whom().kind() == ReservedKind.SITE
                        && SiteName.of(reserved.whom().name())
                                .flatMap(sites::find)
                                .filter(site -> isOf(site, taken))
                                .isPresent());
    }

    private static boolean isOf(Site site, TakenNumber taken) {
        return site.choices().account().filter(taken.holders()::contains).isPresent()
                || taken.policy()
                        .filter(site.choices().policy().stream().toList()::contains)
                        .isPresent();
    }
}
