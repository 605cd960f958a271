package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;

/** The caller ID policy in force for a person or an account. */
final class Identity {
    private Identity() {}

    static Fact<Policy.CallingLineIdentity> of(Fact<Assignment> assignment, Tenant tenant) {
        return assignment
                .map(Assignment::policy)
                .flatMap(name -> tenant.policy(PolicyKind.CALLING_LINE_IDENTITY, name, Policy.CallingLineIdentity.class)
                        .flatMap(found -> found.<Fact<Policy.CallingLineIdentity>>map(
                                        policy -> assignment.map(_ -> policy))
                                .orElseGet(() ->
                                        Fact.missing("caller ID policy %s is not among those read".formatted(name)))));
    }
}
