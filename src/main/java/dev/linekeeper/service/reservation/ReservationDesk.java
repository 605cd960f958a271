package dev.linekeeper.service.reservation;

import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.ReservationTerms;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.reservation.TakenNumber;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.reservation.ReservationResult.AskedForAlready;
import dev.linekeeper.service.reservation.ReservationResult.DayOutOfRange;
import dev.linekeeper.service.reservation.ReservationResult.NotFree;
import dev.linekeeper.service.reservation.ReservationResult.NotReserved;
import dev.linekeeper.service.reservation.ReservationResult.NumberReserved;
import dev.linekeeper.service.reservation.ReservationResult.ReservationCancelled;
import dev.linekeeper.service.reservation.ReservationResult.ReservedAlready;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Reserves free numbers and cancels that; whether somebody may is looked up before. Both are in the audit trail, the number by its
 * last digits.
 */
public record ReservationDesk(
        ReservationStore store,
        RequestStore requests,
        BatchStore numbers,
        ReservationTerms terms,
        AuditTrail trail,
        Transactions transactions,
        Clock clock) {

    /**
     * Keeps the number, in place of an earlier reservation for the same.
     *
     * @param until the last day; empty for as long as is usual
     */
    public ReservationResult reserve(
            NumberLookup number, ReservedFor whom, UserId by, Optional<LocalDate> until, String reason) {
        Instant now = clock.instant();
        LocalDate today = terms.today(now);
        LocalDate end = until.orElseGet(() -> terms.usual(today));
        if (end.isBefore(today) || end.isAfter(terms.latest(today))) {
            return new DayOutOfRange(end, terms.latest(today));
        }
        NumberHolder holder =
                number.callbackOf().isEmpty() ? number.holder() : new NumberHolder.OfPolicies(number.callbackOf());
        if (!(holder instanceof NumberHolder.Nobody)) {
            return new NotFree(number.number(), holder);
        }
        return transactions.run(() -> {
            var made = new NumberReservation(numbers.next(1), number.number(), whom, by, now, end, reason);
            return asking(made.number())
                    .<ReservationResult>map(request -> new AskedForAlready(made.number(), request))
                    .orElseGet(() -> keep(made, today));
        });
    }

    private ReservationResult keep(NumberReservation made, LocalDate today) {
        var open = store.open(made.number());
        var before = open.filter(it -> it.isOver(today) || it.whom().isSame(made.whom()));
        before.ifPresent(it -> store.end(it.id(), made.at()));
        if (!store.add(made)) {
            return new ReservedAlready(open.orElse(made));
        }
        note(Action.RESERVED, Optional.of(made.by()), made, made.at(), said(before), said(Optional.of(made)));
        return new NumberReserved(made);
    }

    private Optional<RequestId> asking(PhoneNumber number) {
        return requests.assigningNumbers().stream()
                .filter(open -> TakenNumber.by(open.terms().plan()).stream()
                        .anyMatch(taken -> taken.number().equals(number)))
                .map(Request::id)
                .findFirst();
    }

    public ReservationResult cancel(PhoneNumber number, UserId by) {
        return end(number, Optional.of(by), clock.instant())
                .<ReservationResult>map(ReservationCancelled::new)
                .orElseGet(() -> new NotReserved(number));
    }

    /** Ends the open reservation of the number; nobody does it where its days are over. */
    Optional<NumberReservation> end(PhoneNumber number, Optional<UserId> by, Instant now) {
        return transactions.run(() -> {
            var ended = store.open(number).filter(it -> store.end(it.id(), now));
            ended.ifPresent(it -> note(Action.UNRESERVED, by, it, now, said(ended), ""));
            return ended;
        });
    }

    /** Notes that somebody without the role tried at a shell. */
    public void refused(UserId who, String tried, String role) {
        trail.append(AuditEntry.refusedAtShell(clock.instant(), who, tried, role));
    }

    private void note(
            Action action,
            Optional<UserId> by,
            NumberReservation reservation,
            Instant now,
            String before,
            String after) {
        trail.append(new AuditEntry(
                now,
                by,
                action,
                Optional.of(reservation.id()),
                reservation.whom().person(),
                Map.of(
                        "number",
                        reservation.number().toString().replaceFirst(".*(?=.{4}$)", "..."),
                        "before",
                        before,
                        "after",
                        after)));
    }

    private static String said(Optional<NumberReservation> reservation) {
        return reservation
                .map(it -> "for %s %s until %s, by %s: %s"
                        .formatted(it.whom().kind(), it.whom().key(), it.until(), it.by(), it.reason()))
                .orElse("");
    }
}
