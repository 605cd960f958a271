package dev.linekeeper.core.tenant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * What of a resource account in Microsoft Entra Linekeeper may set where somebody granted it the application permission, by
     * <a href="https://learn.microsoft.com/graph/api/user-update#permissions">Microsoft's page</a>. None is granted by default.
     */
    public enum AccountRight {
        /** The least privileged permission since July 2026; the older ones bring it along. */
        USAGE_LOCATION(List.of("User.ReadUpdate.All")),
        /** The least privileged combination; that User.ReadUpdate.All brings it along is said nowhere. */
        SIGN_IN(List.of("User.EnableDisableAccount.All", "User.Read.All"));

        private static final Set<String> HIGHER = Set.of("User.ReadWrite.All", "Directory.ReadWrite.All");

        @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
        private final List<String> permissions;

        AccountRight(List<String> permissions) {
            this.permissions = permissions;
        }

        /** The least privileged permissions, all of which it takes; what is said of it goes by the first. */
        public List<String> permissions() {
            return permissions;
        }

        /** Those that application permissions bring along. */
        public static Set<AccountRight> among(Set<String> granted) {
            return Stream.of(values())
                    .filter(it -> granted.containsAll(it.permissions)
                            || HIGHER.stream().anyMatch(granted::contains))
                    .collect(Collectors.toUnmodifiableSet());
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
        return changed(signInEnabled, usageLocation, number, changed, associations);
    }

    /** The account answered by something else. */
    public ResourceAccount with(Fact<List<Association>> others) {
        return changed(signInEnabled, usageLocation, number, policies, others);
    }

    /** The account with that usage location. */
    public ResourceAccount in(Fact<Optional<Country>> other) {
        return changed(signInEnabled, other, number, policies, associations);
    }

    /** The account as somebody can sign in, or cannot. */
    public ResourceAccount signIn(Fact<Boolean> enabled) {
        return changed(enabled, usageLocation, number, policies, associations);
    }

    /** The account with another number, or with none. */
    public ResourceAccount calling(Fact<Optional<PhoneNumber>> other) {
        return changed(signInEnabled, usageLocation, other, policies, associations);
    }

    private ResourceAccount changed(
            Fact<Boolean> otherSignIn,
            Fact<Optional<Country>> otherLocation,
            Fact<Optional<PhoneNumber>> otherNumber,
            Map<PolicyKind, Fact<Assignment>> otherPolicies,
            Fact<List<Association>> otherAssociations) {
        return new ResourceAccount(
                id,
                userPrincipalName,
                displayName,
                application,
                otherSignIn,
                otherLocation,
                plans,
                otherNumber,
                otherPolicies,
                otherAssociations);
    }

    public Fact<Assignment> policy(PolicyKind kind) {
        var read = policies.get(kind);
        return read != null ? read : Fact.missing("%s of the account was not reported".formatted(kind.type()));
    }
}
