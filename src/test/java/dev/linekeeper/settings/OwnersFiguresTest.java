package dev.linekeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.forecast.PriceKind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the owner fills in for forecasts and costs. */
class OwnersFiguresTest {
    @Test
    void without_a_setting_there_is_no_rate_and_no_price_and_the_limit_is_one_per_cent() {
        assertThat(of(Map.of())).isEqualTo(OwnersFigures.NONE);
    }

    @Test
    void a_blank_value_is_as_good_as_none() {
        assertThat(of(Map.of(
                        "linekeeper.forecast.calls-per-person-and-year", "",
                        "linekeeper.cost.currency", " ",
                        "linekeeper.cost.number", "")))
                .isEqualTo(OwnersFigures.NONE);
    }

    /** The keys that cards name are those that are read. */
    @Test
    void each_can_be_set_by_the_key_that_cards_name() {
        var set = new HashMap<>(Map.of(
                "linekeeper.forecast.calls-per-person-and-year", "0.004",
                "linekeeper.forecast.limit", "2.5",
                "linekeeper.cost.currency", "CHF"));
        for (PriceKind kind : PriceKind.values()) {
            set.put(kind.key(), kind.ordinal() + ".25");
        }
        var figures = of(set);

        assertThat(figures.assumptions().callsPerPersonAndYear()).contains(new BigDecimal("0.004"));
        assertThat(figures.assumptions().limitPercent()).isEqualTo("2.5");
        assertThat(figures.prices().missing()).isEmpty();
        assertThat(figures.prices().currency()).contains(Currency.getInstance("CHF"));
        for (PriceKind kind : PriceKind.values()) {
            assertThat(figures.prices().price(kind)).as(kind.key()).isEqualTo(kind.ordinal() + ".25");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "forecast.calls-per-person-and-year,0",
        "forecast.calls-per-person-and-year,-1",
        "forecast.calls-per-person-and-year,101",
        "forecast.limit,0",
        "forecast.limit,100.1",
        "cost.number,-1",
        "cost.currency,Euro",
        "cost.currency,EURO"
    })
    void what_means_nothing_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> of(Map.of("linekeeper." + key, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("linekeeper.%s is %s,", key, value);
    }

    @ParameterizedTest
    @CsvSource({"forecast.calls-per-person-and-year,often", "cost.own-plan,'12,50'"})
    void what_is_no_number_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> of(Map.of("linekeeper." + key, value)))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("linekeeper." + key);
    }

    @Test
    void a_shell_reads_them_from_the_process() {
        System.setProperty("linekeeper.forecast.calls-per-person-and-year", "0.02");
        System.setProperty("linekeeper.cost.currency", "SEK");
        try {
            assertThat(ProcessSettings.figures().assumptions().callsPerPersonAndYear())
                    .contains(new BigDecimal("0.02"));
            assertThat(ProcessSettings.figures().prices().currency()).contains(Currency.getInstance("SEK"));
            System.setProperty("linekeeper.cost.currency", "Krona");
            assertThatThrownBy(ProcessSettings::figures).isInstanceOf(BindException.class);
        } finally {
            System.clearProperty("linekeeper.forecast.calls-per-person-and-year");
            System.clearProperty("linekeeper.cost.currency");
        }
        assertThat(ProcessSettings.figures()).isEqualTo(OwnersFigures.NONE);
    }

    private static OwnersFigures of(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("linekeeper", Bindable.of(LinekeeperProperties.class))
                .figures();
    }
}
