package dev.linekeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.bulk.Caution;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** How batches are applied, as it is set. */
class BulkSettingsTest {
    @Test
    void without_a_setting_three_are_first_it_goes_on_by_itself_and_stops_at_one_of_twenty() {
        assertThat(of(Map.of()).caution()).isEqualTo(new Caution(3, false, 5));
        assertThat(of(Map.of()).windows().windows()).isEmpty();
    }

    @Test
    void each_can_be_set() {
        var set = of(Map.of(
                "linekeeper.bulk.canary", "0",
                "linekeeper.bulk.continue", "ask",
                "linekeeper.bulk.stop-at", "10",
                "linekeeper.bulk.freeze[0]", "sat,sun 00:00-24:00",
                "linekeeper.bulk.time-zone", "Europe/Berlin"));

        assertThat(set.caution()).isEqualTo(new Caution(0, true, 10));
        assertThat(set.windows().until(Instant.parse("2026-11-28T12:00:00Z")))
                .contains(Instant.parse("2026-11-29T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "canary,-1",
        "canary,101",
        "continue,maybe",
        "stop-at,0",
        "stop-at,101",
        "freeze[0],weekends",
        "time-zone,Mars"
    })
    void what_means_nothing_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> of(Map.of("linekeeper.bulk." + key, value)))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("linekeeper");
    }

    private static BulkSettings of(Map<String, String> set) {
        try (var validator = new LocalValidatorFactoryBean()) {
            validator.afterPropertiesSet();
            return new Binder(new MapConfigurationPropertySource(set))
                    .bindOrCreate(
                            "linekeeper", Bindable.of(LinekeeperProperties.class), new ValidationBindHandler(validator))
                    .bulk();
        }
    }
}
