package dev.linekeeper.core.tenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account whose number the people of a Shared Calling policy call with.
 *
 * @param application which Teams application the account stands for
 * @param signInEnabled should be false: nobody signs in as a resource account
 * @param policies what applies to the account itself (voice routing, caller ID); a kind not in the map could not be read
 */
public record ResourceAccount(
        UserId id,
        String userPrincipalName,
        String displayName,
        Fact<Application> application,
        Fact<Boolean> signInEnabled,
        Fact<Optional<Country>> usageLocation,
        Fact<List<ServicePlan>> plans,
        Fact<Optional<PhoneNumber>> number,
        Map<PolicyKind, Fact<Assignment>> policies,
        Fact<List<Association>> associations) {

    public enum Application {
        AUTO_ATTENDANT,
        CALL_QUEUE,
        THIRD_PARTY
    }

    /** What answers calls to the account: an auto attendant or a call queue, by its id. */
    public record Association(Application type, String configurationId) {}

    public ResourceAccount {
        policies = Map.copyOf(policies);
    }

    public Fact<Assignment> policy(PolicyKind kind) {
        return policies.getOrDefault(kind, Fact.missing("%s of the account was not reported".formatted(kind.type())));
    }
}
