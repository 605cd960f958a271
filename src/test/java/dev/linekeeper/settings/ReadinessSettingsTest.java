package dev.linekeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The same settings in the bot, which binds them at its start, and in the shell over a file, which starts nothing. */
class ReadinessSettingsTest {
    private static final String EMPTY = "linekeeper.readiness.empty-voice-routing-policy";
    private static final String INBOUND = "linekeeper.readiness.inbound-required";
    private static final String EMERGENCY = "linekeeper.readiness.emergency-call-routing-policies.";
    private static final String COUNTRIES = "linekeeper.readiness.number-countries.";
    private static final String ROUTES = "linekeeper.readiness.voice-routing-policies.";
    private static final JudgementSettings GERMANY = new JudgementSettings(
            Optional.empty(),
            false,
            Map.of(),
            Map.of(new Country("DE"), new PolicyName("V-DE")),
            new NumberCountries(Map.of()));
    private static final JudgementSettings SEATTLE = new JudgementSettings(
            Optional.empty(), false, Map.of(), new NumberCountries(Map.of("1425", new Country("US"))));
    private static final JudgementSettings UNSET = new JudgementSettings(Optional.empty(), false, Map.of());
    private static final JudgementSettings NO_PSTN =
            new JudgementSettings(Optional.of(new PolicyName("NoPSTN")), false, Map.of());
    private static final JudgementSettings INBOUND_REQUIRED = new JudgementSettings(Optional.empty(), true, Map.of());
    private static final JudgementSettings US =
            new JudgementSettings(Optional.empty(), false, Map.of("callingPlan/US", new PolicyName("E-US")));

    @EnableConfigurationProperties(LinekeeperProperties.class)
    static class SettingsAlone {}

    static Stream<Arguments> properties() {
        return Stream.of(
                Arguments.of(Map.of(), UNSET),
                Arguments.of(Map.of(EMPTY, "NoPSTN"), NO_PSTN),
                Arguments.of(Map.of(EMPTY, " Tag:NoPSTN "), NO_PSTN),
                Arguments.of(Map.of(EMPTY, ""), UNSET),
                Arguments.of(Map.of(EMPTY, "   "), UNSET),
                Arguments.of(Map.of(INBOUND, "true"), INBOUND_REQUIRED),
                Arguments.of(Map.of(INBOUND, "yes"), INBOUND_REQUIRED),
                Arguments.of(Map.of(INBOUND, "no"), UNSET),
                Arguments.of(Map.of(EMERGENCY + "[callingPlan/US]", "E-US"), US),
                Arguments.of(Map.of(EMERGENCY + "[callingplan/us]", "e-us"), US),
                Arguments.of(Map.of(EMERGENCY + "[callingPlan/US]", ""), UNSET),
                Arguments.of(Map.of(ROUTES + "de", " Tag:V-DE"), GERMANY),
                Arguments.of(Map.of(ROUTES + "DE", ""), UNSET),
                Arguments.of(Map.of(COUNTRIES + "[+1 425]", "us"), SEATTLE),
                Arguments.of(Map.of(COUNTRIES + "1425", "US"), SEATTLE),
                Arguments.of(Map.of(COUNTRIES + "1425", " "), UNSET));
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                Arguments.of(Map.of("LINEKEEPER_READINESS_EMPTYVOICEROUTINGPOLICY", "NoPSTN"), NO_PSTN),
                Arguments.of(Map.of("LINEKEEPER_READINESS_EMPTY_VOICE_ROUTING_POLICY", "NoPSTN"), NO_PSTN),
                Arguments.of(Map.of("LINEKEEPER_READINESS_EMPTYVOICEROUTINGPOLICY", ""), UNSET),
                Arguments.of(Map.of("LINEKEEPER_READINESS_EMPTY_VOICE_ROUTING_POLICY", ""), UNSET),
                Arguments.of(Map.of("LINEKEEPER_READINESS_INBOUNDREQUIRED", "true"), INBOUND_REQUIRED),
                Arguments.of(Map.of("LINEKEEPER_READINESS_INBOUND_REQUIRED", ""), UNSET));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void a_setting_means_the_same_in_bot_and_shell(Map<String, Object> given, JudgementSettings meant) {
        alike(new MapPropertySource("given", given), meant);
    }

    @ParameterizedTest
    @MethodSource("variables")
    void an_environment_variable_means_the_same_in_bot_and_shell(Map<String, Object> given, JudgementSettings meant) {
        alike(
                new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, given),
                meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EMPTY + "=Tag:",
                INBOUND + "=perhaps",
                "linekeeper.readiness.inbound=yes",
                EMERGENCY + "[callingPlan/US]=Tag:",
                ROUTES + "Germany=V-DE",
                COUNTRIES + "1425=Washington"
            })
    void what_cannot_be_is_a_failure_to_bind_in_both(String setting) {
        var pair = setting.split("=", 2);
        var source = new MapPropertySource("given", Map.of(pair[0], pair[1]));

        assertThatThrownBy(() -> ReadinessSettings.of(List.of(source))).isInstanceOf(BindException.class);
        bot(source, context -> assertThat(context).getFailure().hasStackTraceContaining(BindException.class.getName()));
    }

    @Test
    void what_is_in_this_process_can_be_read() {
        assertThat(ReadinessSettings.ofProcess().judgement()).isEqualTo(UNSET);
    }

    @ParameterizedTest
    @ValueSource(strings = {INBOUND, "linekeeper.readiness.inboundRequired", "linekeeper.readiness.inbound_required"})
    void a_property_of_this_process_is_seen_however_it_is_spelt(String key) {
        System.setProperty(key, "true");
        try {
            assertThat(ReadinessSettings.ofProcess().judgement()).isEqualTo(INBOUND_REQUIRED);
        } finally {
            System.clearProperty(key);
        }
    }

    private static void alike(PropertySource<?> source, JudgementSettings meant) {
        assertThat(ReadinessSettings.of(List.of(source)).judgement()).isEqualTo(meant);
        bot(
                source,
                context -> assertThat(context.getBean(LinekeeperProperties.class)
                                .readiness()
                                .judgement())
                        .isEqualTo(meant));
    }

    private static void bot(PropertySource<?> source, Consumer<AssertableApplicationContext> look) {
        new ApplicationContextRunner()
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(source))
                .withUserConfiguration(SettingsAlone.class)
                .run(look::accept);
    }
}
