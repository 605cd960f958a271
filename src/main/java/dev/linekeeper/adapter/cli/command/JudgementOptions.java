package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How people are judged: the settings {@code linekeeper.readiness.*}, each with an option of a command that wins over it. */
final class JudgementOptions {
    @Option(
            names = "--empty-voice-routing-policy",
            paramLabel = "NAME",
            description = "the voice routing policy without PSTN usages that enrolment grants")
    private @Nullable String emptyVoiceRoutingPolicy;

    @Option(names = "--inbound-required", description = "calling a shared number back must reach an auto attendant")
    private @Nullable Boolean inboundRequired;

    @Option(
            names = "--emergency-routing",
            paramLabel = "TYPE/COUNTRY=NAME",
            description = "the emergency call routing policy enrolment grants, such as callingPlan/US=E-US; repeatable")
    private Map<String, String> emergencyRouting = new LinkedHashMap<>();

    JudgementSettings over(JudgementSettings configured) {
        var routing = new TreeMap<String, PolicyName>(String.CASE_INSENSITIVE_ORDER);
        routing.putAll(configured.emergencyCallRoutingPolicies());
        emergencyRouting.forEach((place, name) -> routing.put(place, policy(name)));
        return new JudgementSettings(
                Optional.ofNullable(emptyVoiceRoutingPolicy)
                        .filter(name -> !name.isBlank())
                        .map(JudgementOptions::policy)
                        .or(configured::emptyVoiceRoutingPolicy),
                inboundRequired == null ? configured.inboundRequired() : inboundRequired,
                routing,
                configured.voiceRoutingPolicies(),
                configured.numberCountries());
    }

    private static PolicyName policy(String name) {
        if (name.isBlank()) {
            throw new BadInput("The name of a policy is empty");
        }
        return new PolicyName(name);
    }
}
