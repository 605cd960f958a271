package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.forecast.ForecastAssumptions;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.forecast.PriceKind;
import dev.linekeeper.core.forecast.PriceList;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.Fabrikam;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecast and cost of the demo's policies in a shell; London has five people and one callback number. */
class ForecastInShellTest {
    private static final TenantPorts DEMO = Fabrikam.demo(Clock.systemUTC()).ports();
    private static final OwnersFigures SET = new OwnersFigures(
            new ForecastAssumptions(Optional.of(new BigDecimal("0.5")), new BigDecimal("0.05")),
            new PriceList(
                    Optional.of(Currency.getInstance("GBP")),
                    Arrays.stream(PriceKind.values()).collect(Collectors.toMap(kind -> kind, _ -> BigDecimal.TWO))));

    @Test
    void a_script_reads_the_likelihood_with_what_it_was_computed_from() {
        var run = run(SET, "forecast", "--policy", "london", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("policy").stringValue()).isEqualTo("London");
        assertThat(run.json().get("people").intValue()).isEqualTo(5);
        assertThat(run.json().get("unread").intValue()).isZero();
        assertThat(run.json().get("callbackNumbers").toString()).isEqualTo("[\"+442079460171\"]");
        assertThat(run.json().get("callsPerPersonAndYear").decimalValue()).isEqualTo("0.5");
        assertThat(run.json().get("likelihoodInAYear").doubleValue()).isBetween(0.000712, 0.000713);
        assertThat(run.json().get("aboveLimit").booleanValue()).isTrue();
        assertThat(run.json().get("enoughNumbers").intValue()).isEqualTo(2);
        assertThat(run.json().get("notComputed").isNull()).isTrue();
        assertThat(run.json().get("says").stringValue()).startsWith("With a likelihood of 0.071 % within a year");
    }

    @ParameterizedTest
    @CsvSource({
        "Reno, NO_NUMBERS, 1",
        "Seattle borrowed, ENOUGH_FOR_ALL, 0",
        "London, NO_RATE, 1",
        "Global, NO_NUMBERS, 1"
    })
    void without_a_likelihood_it_says_why(String policy, String why, int code) {
        var run = run(OwnersFigures.NONE, "forecast", "--policy", policy, "--format", "json");

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.json().get("notComputed").stringValue()).isEqualTo(why);
        assertThat(run.json().get("likelihoodInAYear").isNull()).isTrue();
        assertThat(run.json().get("callsPerPersonAndYear").isNull()).isTrue();
    }

    /** Shared 5 × (2 + 2) + 2 × 2 + 2; own 5 × (2 + 2 + 2). */
    @Test
    void a_script_reads_both_sides_of_the_cost() {
        var run = run(SET, "cost", "--policy", "London", "--format", "json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get("numbers").intValue()).isEqualTo(2);
        assertThat(run.json().get("alsoServes").toString()).isEqualTo("[\"London mixed\"]");
        assertThat(run.json().get("currency").stringValue()).isEqualTo("GBP");
        assertThat(run.json().get("shared").decimalValue()).isEqualByComparingTo("26");
        assertThat(run.json().get("own").decimalValue()).isEqualByComparingTo("30");
        assertThat(run.json().get("difference").decimalValue()).isEqualByComparingTo("4");
        assertThat(run.json().get("missing").isEmpty()).isTrue();
    }

    @Test
    void without_prices_there_are_the_counts_and_the_settings() {
        var run = run(OwnersFigures.NONE, "cost", "--policy", "London", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("people").intValue()).isEqualTo(5);
        assertThat(run.json().get("shared").isNull()).isTrue();
        assertThat(run.json().get("missing").toString())
                .contains("linekeeper.cost.currency", "linekeeper.cost.own-plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv"})
    void people_and_spreadsheets_read_the_same(String format) {
        assertThat(run(SET, "forecast", "--policy", "London", "--format", format)
                        .out())
                .contains("London", format.equals("csv") ? ",0.5,7.12" : "0.071 %")
                .doesNotContain("Optional", "chat.");
        assertThat(run(SET, "cost", "--policy", "London", "--format", format).out())
                .contains("London", format.equals("csv") ? "GBP,26.00,30.00,4.00" : "£4.00 a month more")
                .doesNotContain("Optional", "chat.", "**");
    }

    @ParameterizedTest
    @CsvSource({
        "forecast, Missing required option: '--policy=NAME'",
        "cost, Missing required option: '--policy=NAME'",
        "cost -1, Missing required option: '--policy=NAME'",
        "cost --policy London -1, Unmatched argument at index 3: '-1'",
        "forecast --policy Nowhere, There is no Shared Calling policy named Nowhere",
        "cost --policy=, The name of a policy is empty"
    })
    void nonsense_is_refused_in_a_line(String line, String why) {
        var run = run(SET, line.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(why).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    private static ShellRun run(OwnersFigures figures, String... args) {
        var run = ShellRun.of(
                new OverTenant(DEMO) {
                    @Override
                    public OwnersFigures figures() {
                        return figures;
                    }
                },
                args);
        return List.of(args).contains("table")
                ? new ShellRun(run.code(), run.out().replaceAll("\\s+", " "), run.err())
                : run;
    }
}
