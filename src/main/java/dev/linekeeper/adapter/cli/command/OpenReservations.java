package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.reservation.ReservationDesk;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The tenant, and what keeps reservations; closing it closes the store. */
public record OpenReservations(
        ReservationDesk desk,
        ReservationNotes notes,
        TenantReader reader,
        JudgementSettings settings,
        Roles roles,
        Directory directory,
        AuditWatch watch,
        Runnable stop)
        implements AutoCloseable {
    /**
     * Acts as somebody, and notes it. Somebody without the role is noted, and refused.
     *
     * @param what as it is said after "may not"
     * @param act does it, and tells the number of what was kept or ended
     * @return the exit code
     */
    public int acting(ActingPerson acting, String what, Function<UserId, Optional<RequestId>> act) {
        UserId person = acting.member(directory);
        if (!roles.hasAny(person, Set.of(Role.ADMIN))) {
            desk.refused(person, what, Role.ADMIN.name());
            throw new BadInput("%s may not %s: that is for the role %s".formatted(acting.name(""), what, Role.ADMIN));
        }
        Optional<RequestId> done = act.apply(person);
        watch.noteActing("number", System.getProperty("user.name", ""), person, done);
        return done.isPresent() ? 0 : 1;
    }

    @Override
    public void close() {
        stop.run();
    }
}
