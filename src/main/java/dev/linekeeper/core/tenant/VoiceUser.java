package dev.linekeeper.core.tenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person as Teams voice knows them.
 *
 * @param features such as {@code Teams}, {@code PhoneSystem}, {@code CallingPlan}
 * @param voiceOn the Enterprise Voice switch
 * @param lines the numbers the person holds
 * @param policies what applies per kind; a kind that is not in the map could not be read
 * @param validationErrors what Teams itself reports as wrong with the account
 * @param interpretedType Teams' own word for where the account lives, such as {@code PureOnlineTeamsOnlyUser}; empty
 *     when Teams does not say (rule USR-10)
 */
public record VoiceUser(
        Fact<AccountType> accountType,
        Fact<Set<String>> features,
        Fact<Boolean> voiceOn,
        Fact<List<Line>> lines,
        Map<PolicyKind, Fact<Assignment>> policies,
        Fact<List<String>> validationErrors,
        Optional<String> interpretedType) {
    public VoiceUser {
        policies = Map.copyOf(policies);
    }

    /** A user of whom Teams does not say more than the account type. */
    public VoiceUser(
            Fact<AccountType> accountType,
            Fact<Set<String>> features,
            Fact<Boolean> voiceOn,
            Fact<List<Line>> lines,
            Map<PolicyKind, Fact<Assignment>> policies,
            Fact<List<String>> validationErrors) {
        this(accountType, features, voiceOn, lines, policies, validationErrors, Optional.empty());
    }

    public Fact<Assignment> policy(PolicyKind kind) {
        return policies.getOrDefault(kind, Fact.missing("%s was not reported".formatted(kind.type())));
    }
}
