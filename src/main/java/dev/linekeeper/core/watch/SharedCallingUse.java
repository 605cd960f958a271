package dev.linekeeper.core.watch;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Tenant;

/** What a Shared Calling policy means for whoever has it, granted to them, to a group of theirs or to everybody. */
public enum SharedCallingUse {
    /** They are under Shared Calling: the policy has a resource account, whose number they call with. */
    UNDER,
    /** It is a policy of its own name without a resource account: nobody calls under it, and whoever granted it meant them to. */
    WITHOUT_ACCOUNT,
    /** None, as everybody has who is left with the global policy where that has no resource account. */
    NONE;

    /** Missing where their policy, or what it says, could not be read. */
    public static Fact<SharedCallingUse> of(Fact<Assignment> held, Tenant tenant) {
        return held.map(Assignment::policy)
                .flatMap(policy ->
                        tenant.hasAccount(policy).map(has -> has ? UNDER : policy.isGlobal() ? NONE : WITHOUT_ACCOUNT));
    }
}
