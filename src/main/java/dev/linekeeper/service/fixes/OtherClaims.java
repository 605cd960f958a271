package dev.linekeeper.service.fixes;

import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.reservation.TakenNumber;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What others are to have by the time a fix is made, or have, which the tenant that people share does not say.
 *
 * @param assigning open requests that would assign a number to somebody
 */
public record OtherClaims(Supplier<List<Request>> assigning, Reservations reserved, Directory directory) {
    /** Why somebody else has, or is to have, what the fix takes; empty where nobody is. */
    public Optional<Explanation> on(Fix<?> fix) {
        return switch (fix) {
            case NumberOfAccount it ->
                it.after()
                        .flatMap(this::askedFor)
                        .or(() -> TakenNumber.by(it)
                                .flatMap(taken -> reserved.against(taken).stream())
                                .findFirst()
                                .map(this::refusal));
            case NewAccount it -> owner(it.userPrincipalName());
            default -> Optional.empty();
        };
    }

    /** The plan, unless it would take a number that is reserved for somebody else. */
    public PlanResult unreserved(PlanResult planned) {
        return planned instanceof PlanResult.SendablePlan ready
                ? reserved.against(ready.plan())
                        .<PlanResult>map(it -> new PolicyRefused(
                                ready.plan().subject(), PolicyObstacle.UNAVAILABLE, List.of(), List.of(refusal(it))))
                        .orElse(planned)
                : planned;
    }

    /** Why a number is not kept as that of a site's account; empty where it may be. */
    public Optional<Explanation> on(PhoneNumber number, SiteName site, Optional<UserId> account) {
        return reserved.against(number, site.value(), account).map(this::refusal);
    }

    private Explanation refusal(NumberReservation reservation) {
        return reservation.refusal(directory
                .find(reservation.by())
                .map(DirectoryEntry::displayName)
                .orElse(reservation.by().value()));
    }

    private Optional<Explanation> askedFor(PhoneNumber number) {
        return assigning.get().stream()
                .filter(open -> open.terms().plan().changes().stream()
                        .anyMatch(change -> change instanceof Change.AssignNumber given
                                && given.number().equals(number)))
                .findFirst()
                .map(open -> Explanation.of("fix.number.asked-for", number, open.id()));
    }

    /** Guests and closed accounts keep their names, too. */
    private Optional<Explanation> owner(String name) {
        return directory.findNamed(Set.of(name)).values().stream()
                .flatMap(Set::stream)
                .filter(somebody -> AnyCase.same(somebody.userPrincipalName(), name))
                .findFirst()
                .map(somebody -> Explanation.of("fix.account.taken", name, somebody.displayName()));
    }
}
