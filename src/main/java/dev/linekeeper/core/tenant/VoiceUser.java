package dev.linekeeper.core.tenant;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person as Teams voice knows them.
 *
 * @param features such as {@code Teams}, {@code PhoneSystem}, {@code CallingPlan}
 * @param voiceOn the Enterprise Voice switch
 * @param lines the numbers the person holds
 * @param policies what applies per kind; a kind that is not in the map could not be read
 * @param validationErrors what Teams itself reports as wrong with the account
 */
public record VoiceUser(
        Fact<AccountType> accountType,
        Fact<Set<String>> features,
        Fact<Boolean> voiceOn,
        Fact<List<Line>> lines,
        Map<PolicyKind, Fact<Assignment>> policies,
        Fact<List<String>> validationErrors) {
    public VoiceUser {
        policies = Map.copyOf(policies);
    }

    public Fact<Assignment> policy(PolicyKind kind) {
        return policies.getOrDefault(kind, Fact.missing("%s was not reported".formatted(kind.type())));
    }
}
