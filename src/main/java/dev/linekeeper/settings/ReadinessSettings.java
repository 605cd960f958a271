package dev.linekeeper.settings;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * How people are judged. A blank value, as an unset variable of a compose file gives it, is as good as none; this is the
 * only place where the names become the core's {@link JudgementSettings}.
 *
 * @param emptyVoiceRoutingPolicy the voice routing policy without PSTN usages that enrolment grants
 * @param inboundRequired whether callers must be able to call back (rule RES-16)
 * @param emergencyCallRoutingPolicies by number type and country ({@code callingPlan/US}) the policy enrolment grants
 * @param voiceRoutingPolicies by country ({@code DE}) the policy that comes with a Direct Routing number of one's own
 * @param numberCountries by how numbers begin ({@code 1425}) the country of those of which nothing else says it
 */
public record ReadinessSettings(
        @Nullable String emptyVoiceRoutingPolicy,
        @Nullable Boolean inboundRequired,
        @DefaultValue Map<String, String> emergencyCallRoutingPolicies,
        @DefaultValue Map<String, String> voiceRoutingPolicies,
        @DefaultValue Map<String, String> numberCountries) {
    private static final String PREFIX = "linekeeper.readiness";

    /** Throws IllegalArgumentException for what cannot be a policy or a country, so that binding fails and says where. */
    public ReadinessSettings {
        judgement(
                emptyVoiceRoutingPolicy,
                inboundRequired,
                emergencyCallRoutingPolicies,
                voiceRoutingPolicies,
                numberCountries);
    }

    /** The settings by which the core judges people. */
    public JudgementSettings judgement() {
        return judgement(
                emptyVoiceRoutingPolicy,
                inboundRequired,
                emergencyCallRoutingPolicies,
                voiceRoutingPolicies,
                numberCountries);
    }

    /**
     * What the system properties and environment variables of this process say, without starting the application. Where
     * they say nothing, as usual, Spring's binder and its 400 classes are not loaded.
     */
    public static ReadinessSettings ofProcess() {
        boolean nothingSet = Stream.concat(
                        System.getProperties().stringPropertyNames().stream(), System.getenv().keySet().stream())
                .noneMatch(ReadinessSettings::isReadinessKey);
        return nothingSet
                ? new ReadinessSettings(null, null, Map.of(), Map.of(), Map.of())
                : of(new StandardEnvironment().getPropertySources());
    }

    /** Whether a key is one of these settings in any spelling that Spring accepts: case, dots, dashes, underscores. */
    private static boolean isReadinessKey(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT).startsWith("linekeeperreadiness");
    }

    /** As the application binds: a key that means nothing is a failure, except among environment variables. */
    static ReadinessSettings of(Iterable<PropertySource<?>> sources) {
        return ProcessSettings.bound(PREFIX, ReadinessSettings.class, sources);
    }

    private static JudgementSettings judgement(
            @Nullable String emptyVoiceRouting,
            @Nullable Boolean inboundRequired,
            Map<String, String> emergencyCallRouting,
            Map<String, String> voiceRouting,
            Map<String, String> numberCountries) {
        return new JudgementSettings(
                name(emptyVoiceRouting),
                Boolean.TRUE.equals(inboundRequired),
                emergencyCallRouting.entrySet().stream()
                        .filter(entry -> name(entry.getValue()).isPresent())
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new PolicyName(entry.getValue()))),
                voiceRouting.entrySet().stream()
                        .filter(entry -> name(entry.getValue()).isPresent())
                        .collect(Collectors.toMap(
                                entry -> new Country(entry.getKey()), entry -> new PolicyName(entry.getValue()))),
                new NumberCountries(numberCountries.entrySet().stream()
                        .filter(entry -> !entry.getValue().isBlank())
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().replaceAll("\\D", ""),
                                entry -> new Country(entry.getValue())))));
    }

    private static Optional<PolicyName> name(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank()).map(PolicyName::new);
    }
}
