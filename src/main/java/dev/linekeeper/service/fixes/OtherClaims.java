package dev.linekeeper.service.fixes;

import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What others are to have by the time a fix is made.
 *
 * @param assigning open requests that would assign a number to somebody
 */
public record OtherClaims(Supplier<List<Request>> assigning) {
    /** Why somebody else is to have what the fix takes; empty where nobody is. */
    public Optional<Explanation> on(Fix<?> fix) {
        return fix instanceof NumberOfAccount it
                ? it.after()
                        .flatMap(number -> assigning.get().stream()
                                .filter(open -> open.terms().plan().changes().stream()
                                        .anyMatch(change -> change instanceof Change.AssignNumber given
                                                && given.number().equals(number)))
                                .findFirst()
                                .map(open -> Explanation.of("fix.number.asked-for", number, open.id())))
                : Optional.empty();
    }
}
