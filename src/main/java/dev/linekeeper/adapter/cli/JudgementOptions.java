package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How people are judged: the settings {@code linekeeper.readiness.*}, as options of a command, else as system properties
 * or environment variables of the same names, else as configured. Nothing is chosen by guessing.
 */
final class JudgementOptions {
    private static final String PREFIX = "linekeeper.readiness.";
    private static final String ROUTING = PREFIX + "emergency-call-routing-policies.";

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

    Settings over(Settings configured) {
        var routing = new TreeMap<String, PolicyName>(String.CASE_INSENSITIVE_ORDER);
        routing.putAll(configured.emergencyCallRoutingPolicies());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(ROUTING))
                .forEach(name -> routing.put(
                        name.substring(ROUTING.length()).replaceAll("[\\[\\]]", ""),
                        policy(System.getProperty(name, ""))));
        emergencyRouting.forEach((place, name) -> routing.put(place, policy(name)));
        return new Settings(
                first(emptyVoiceRoutingPolicy, setting("empty-voice-routing-policy"))
                        .map(JudgementOptions::policy)
                        .or(configured::emptyVoiceRoutingPolicy),
                Optional.ofNullable(inboundRequired)
                        .or(() -> setting("inbound-required").map(Boolean::valueOf))
                        .orElse(configured.inboundRequired()),
                routing);
    }

    private static PolicyName policy(String name) {
        if (name.isBlank()) {
            throw new CommandFault("The name of a policy is empty");
        }
        return new PolicyName(name);
    }

    /** A setting as system property, else as environment variable with or without underscores for its dashes. */
    private static Optional<String> setting(String key) {
        var variable = (PREFIX + key).replace('.', '_').toUpperCase(Locale.ROOT);
        Function<String, @Nullable String> environment = System::getenv;
        return first(
                        System.getProperty(PREFIX + key),
                        Optional.ofNullable(environment.apply(variable.replace("-", ""))))
                .or(() -> Optional.ofNullable(environment.apply(variable.replace("-", "_"))));
    }

    private static Optional<String> first(@Nullable String given, Optional<String> other) {
        return Optional.ofNullable(given).filter(text -> !text.isBlank()).or(() -> other);
    }
}
