package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a tenant wants to be judged ({@code linekeeper.readiness.*}).
 *
 * @param emptyVoiceRoutingPolicy the voice routing policy without PSTN usages enrolled people are given (rule VRP-01)
 * @param inboundRequired whether calling a shared number back has to reach an auto attendant (rule RES-16)
 * @param emergencyCallRoutingPolicies what enrolled people are given, by number type and country of the shared number,
 *     such as {@code callingPlan/US}; in any case of letters (rules EMG-01 to EMG-03)
 * @param voiceRoutingPolicies what people are given with a Direct Routing number of their own, by its country (rule NUM-07)
 * @param numberCountries tells the countries of numbers (rule POL-04)
 */
public record JudgementSettings(
        Optional<PolicyName> emptyVoiceRoutingPolicy,
        boolean inboundRequired,
        Map<String, PolicyName> emergencyCallRoutingPolicies,
        Map<Country, PolicyName> voiceRoutingPolicies,
        NumberCountries numberCountries) {

    public JudgementSettings {
        voiceRoutingPolicies = Map.copyOf(voiceRoutingPolicies);
        var anyCase = new TreeMap<String, PolicyName>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(emergencyCallRoutingPolicies);
        emergencyCallRoutingPolicies = Collections.unmodifiableMap(anyCase);
    }

    /** Settings that give nobody routes. */
    public JudgementSettings(
            Optional<PolicyName> emptyVoiceRoutingPolicy,
            boolean inboundRequired,
            Map<String, PolicyName> emergencyCallRoutingPolicies,
            NumberCountries numberCountries) {
        this(emptyVoiceRoutingPolicy, inboundRequired, emergencyCallRoutingPolicies, Map.of(), numberCountries);
    }

    /** Settings that know no country of a number. */
    public JudgementSettings(
            Optional<PolicyName> emptyVoiceRoutingPolicy,
            boolean inboundRequired,
            Map<String, PolicyName> emergencyCallRoutingPolicies) {
        this(emptyVoiceRoutingPolicy, inboundRequired, emergencyCallRoutingPolicies, new NumberCountries(Map.of()));
    }

    /** The emergency call routing policy for shared numbers of a type and country; empty when none is provided. */
    public Optional<PolicyName> emergencyCallRouting(NumberType type, Country country) {
        return Optional.ofNullable(emergencyCallRoutingPolicies.get("%s/%s".formatted(type.graphName(), country)));
    }
}
