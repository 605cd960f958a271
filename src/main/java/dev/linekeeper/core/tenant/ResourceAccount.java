package dev.linekeeper.core.tenant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * A Teams application, by the application id that
     * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csonlineapplicationinstance">resource
     * accounts</a> carry.
     */
    public enum Application {
        AUTO_ATTENDANT("ce933385-9390-45d1-9512-c8d228074e07"),
        CALL_QUEUE("11cd3e2e-fccb-42ad-ad00-878b93575e07"),
        /** Any other id. */
        THIRD_PARTY("");

        private final String id;

        Application(String id) {
            this.id = id;
        }

        /** The id in lower case; empty for {@link #THIRD_PARTY}, which has many. */
        public String id() {
            return id;
        }

        /** The application with the id, in upper or lower case. */
        public static Application of(String id) {
            return Stream.of(AUTO_ATTENDANT, CALL_QUEUE)
                    .filter(application -> application.id.equalsIgnoreCase(id))
                    .findFirst()
                    .orElse(THIRD_PARTY);
        }
    }

    /** What answers calls to the account: an auto attendant or a call queue, by its id. */
    public record Association(Application type, String configurationId) {}

    public ResourceAccount {
        policies = Map.copyOf(policies);
    }

    /** The account with another policy of that kind. */
    public ResourceAccount with(PolicyKind kind, Fact<Assignment> assignment) {
        var changed = new EnumMap<PolicyKind, Fact<Assignment>>(PolicyKind.class);
        changed.putAll(policies);
        changed.put(kind, assignment);
        return new ResourceAccount(
                id,
                userPrincipalName,
                displayName,
                application,
                signInEnabled,
                usageLocation,
                plans,
                number,
                changed,
                associations);
    }

    /** The account answered by something else. */
    public ResourceAccount with(Fact<List<Association>> others) {
        return new ResourceAccount(
                id,
                userPrincipalName,
                displayName,
                application,
                signInEnabled,
                usageLocation,
                plans,
                number,
                policies,
                others);
    }

    public Fact<Assignment> policy(PolicyKind kind) {
        var read = policies.get(kind);
        return read != null ? read : Fact.missing("%s of the account was not reported".formatted(kind.type()));
    }
}
