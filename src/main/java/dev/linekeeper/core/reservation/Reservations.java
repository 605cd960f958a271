package dev.linekeeper.core.reservation;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is reserved now, and for whom. What is over does not count, whether or not that was noticed. */
public interface Reservations {
    /** Of a tenant where nobody reserves anything. */
    Reservations NONE = new Reservations() {
        @Override
        public List<NumberReservation> inForce() {
            return List.of();
        }

        @Override
        public Optional<NumberReservation> of(PhoneNumber number) {
            return Optional.empty();
        }

        @Override
        public boolean isFor(NumberReservation reserved, TakenNumber taken) {
            return false;
        }
    };

    /** Those that count, the next to end first. */
    List<NumberReservation> inForce();

    Optional<NumberReservation> of(PhoneNumber number);

    /** Whether whoever takes the number is who it is reserved for. */
    boolean isFor(NumberReservation reserved, TakenNumber taken);

    /** The reservation that keeps the number from whoever would take it. */
    default Optional<NumberReservation> against(TakenNumber taken) {
        return of(taken.number()).filter(reserved -> !isFor(reserved, taken));
    }

    /** The reservation that keeps the number from the account of a site, as far as there is one yet. */
    default Optional<NumberReservation> against(PhoneNumber number, String site, Optional<UserId> account) {
        return of(number)
                .filter(reserved -> !reserved.whom().isSame(ReservedFor.site(site)))
                .filter(reserved -> account.filter(
                                it -> isFor(reserved, new TakenNumber(number, Set.of(it), Optional.empty())))
                        .isEmpty());
    }

    /** The first one that keeps a number from what the plan would do. */
    default Optional<NumberReservation> against(Plan plan) {
        return TakenNumber.by(plan).stream()
                .flatMap(taken -> against(taken).stream())
                .findFirst();
    }
}
