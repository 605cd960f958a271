package dev.linekeeper.core.callerid;

import dev.linekeeper.core.callerid.CallerId.CallerIdKind;
import dev.linekeeper.core.callerid.CallerId.CallerIdSource;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The caller ID a caller ID policy gives a call, be it the policy of the person or of the resource account.
 *
 * @param confidence how sure the answer is
 * @param caveats what the answer begins its caveats with
 */
record CallerIdPresentation(
        CallingLineIdentity policy, Tenant tenant, Confidence confidence, List<Explanation> caveats) {

    /** The caller ID policy in force for a person or an account. */
    static Fact<CallingLineIdentity> policy(Fact<Assignment> assignment, Tenant tenant) {
        return assignment
                .map(Assignment::policy)
                .flatMap(name -> Fact.required(
                        tenant.policy(name, CallingLineIdentity.class),
                        () -> "caller ID policy %s is not among those read".formatted(name)));
    }

    CallerId anonymous(Explanation because) {
        return new CallerId(
                CallerIdKind.ANONYMOUS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                confidence,
                caveats,
                because,
                new CallRecipient.NobodyAnswers());
    }

    CallerId number(PhoneNumber number, CallerIdSource source, Explanation because, CallRecipient answering) {
        var all = new ArrayList<>(caveats);
        policy.companyName().ifPresent(name -> all.add(Explanation.of("callerid.caveat.name-may-be-dropped", name)));
        return new CallerId(
                CallerIdKind.NUMBER,
                Optional.of(number),
                policy.companyName(),
                Optional.of(source),
                confidence,
                all,
                because,
                answering);
    }

    /** The number of the account the policy substitutes; undetermined when the policy names none that has a number. */
    CallerId substituted(Function<PhoneNumber, Explanation> because) {
        var noSubstitute = CallerId.undetermined(Explanation.of("callerid.unreadable.no-substitute", policy.name()));
        return policy.resourceAccount()
                .map(account -> AccountNumbers.of(account, tenant)
                        .fold(
                                found -> found.map(number -> number(
                                                number,
                                                CallerIdSource.CLID_RESOURCE,
                                                because.apply(number),
                                                CallRecipients.of(account, tenant)))
                                        .orElse(noSubstitute),
                                CallerId::unread))
                .orElse(noSubstitute);
    }
}
