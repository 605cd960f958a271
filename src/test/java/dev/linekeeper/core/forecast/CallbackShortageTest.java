package dev.linekeeper.core.forecast;

import static dev.linekeeper.core.forecast.CallbackShortage.likelihoodInAYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.linekeeper.core.emergency.CallbackPool;
import dev.linekeeper.core.emergency.CallbackPool.PresentedNumber.ReusedNumber;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figure against arithmetic by hand, the exact formula, and years lived through by the callback pool itself. */
class CallbackShortageTest {
    private static final double HOURS = 8766;

    /** Two calls a year: 2 × 2 / 8766 to the first order, as each hour before a call holds another with 2 / 8766. */
    @Test
    void two_calls_a_year_meet_once_in_some_two_thousand_years() {
        assertThat(likelihoodInAYear(2, 1)).isCloseTo(4 / HOURS, withinPercentage(0.1));
    }

    /** Three within an hour: 3 calls in any order, (calls³ / 2) × (1 / 8766)². */
    @Test
    void for_two_numbers_it_takes_three_callers_within_the_hour() {
        assertThat(likelihoodInAYear(2, 2)).isCloseTo(8 / 2.0 / (HOURS * HOURS), withinPercentage(0.1));
    }

    /**
     * One number, exactly: of n calls at random times no two are within an hour with (1 - (n - 1) / 8766)^n, and there
     * are n of them with e^-c c^n / n!.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 10, 50, 100, 300})
    void one_number_is_as_the_exact_formula_says(double calls) {
        double nobodyMeets = 0;
        double poisson = Math.exp(-calls);
        for (int n = 0; n < 1000; n++) {
            nobodyMeets += poisson * Math.pow(1 - Math.max(n - 1, 0) / HOURS, n);
            poisson *= calls / (n + 1);
        }

        assertThat(likelihoodInAYear(calls, 1)).isCloseTo(1 - nobodyMeets, withinPercentage(0.02));
    }

    /** Naus' approximation of 1982, computed apart from this code. */
    @ParameterizedTest
    @CsvSource({"10, 2, 6.4964e-6", "300, 2, 0.154501", "100, 3, 2.43897e-5", "1500, 3, 0.635969", "5000, 5, 0.723905"})
    void more_numbers_are_as_another_approximation_has_it(double calls, int numbers, double likelihood) {
        assertThat(likelihoodInAYear(calls, numbers)).isCloseTo(likelihood, withinPercentage(0.05));
    }

    /** Four standard deviations of what is counted in so many years. */
    @ParameterizedTest
    @CsvSource({"30, 1, 3000", "80, 1, 2000", "400, 2, 800", "1500, 3, 300"})
    void years_of_random_calls_come_to_the_same(double calls, int numbers, int years) {
        var random = new Random(64);
        double likelihood = likelihoodInAYear(calls, numbers);
        long unlucky = IntStream.range(0, years)
                .filter(_ -> somebodyFindsNoneFree(calls, numbers, random))
                .count();

        assertThat((double) unlucky / years)
                .isCloseTo(likelihood, within(4 * Math.sqrt(likelihood * (1 - likelihood) / years)));
    }

    private static boolean somebodyFindsNoneFree(double calls, int numbers, Random random) {
        var pool = new CallbackPool(
                IntStream.range(0, numbers)
                        .mapToObj(number -> PhoneNumber.of("+1425555017" + number))
                        .toList(),
                PhoneNumber.of("+14255550100"));
        var caller = 0;
        for (double hour = next(calls, random); hour < HOURS; hour += next(calls, random)) {
            var at = Instant.EPOCH.plus(Duration.ofMillis((long) (hour * 3_600_000)));
            if (pool.dial(new UserId("caller " + caller++), at) instanceof ReusedNumber) {
                return true;
            }
        }
        return false;
    }

    private static double next(double calls, Random random) {
        return -Math.log(1 - random.nextDouble()) * HOURS / calls;
    }

    @Test
    void it_is_a_likelihood_that_grows_with_the_calls_and_falls_with_the_numbers() {
        var random = new Random(79);
        for (int i = 0; i < 2000; i++) {
            double calls = Math.exp(random.nextDouble() * 40 - 15);
            int numbers = 1 + (int) Math.exp(random.nextDouble() * 6);
            double likelihood = likelihoodInAYear(calls, numbers);

            assertThat(likelihood).as("%s calls, %d numbers", calls, numbers).isBetween(0.0, 1.0);
            assertThat(likelihoodInAYear(calls * (1 + random.nextDouble()), numbers))
                    .as("more than %s calls, %d numbers", calls, numbers)
                    .isGreaterThanOrEqualTo(likelihood);
            assertThat(likelihoodInAYear(calls, numbers + 1))
                    .as("%s calls, more than %d numbers", calls, numbers)
                    .isLessThanOrEqualTo(likelihood);
        }
    }

    @Test
    void nobody_calls_at_a_rate_of_nothing_and_a_flood_is_certain() {
        assertThat(likelihoodInAYear(0, 1)).isZero();
        assertThat(likelihoodInAYear(1e-300, 5)).isBetween(0.0, 1e-300);
        assertThat(likelihoodInAYear(1e9, 1)).isEqualTo(1);
        assertThat(likelihoodInAYear(1e18, 100_000)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, -1", "-1, 1", "NaN, 1"})
    void what_is_no_count_is_refused(double calls, int numbers) {
        assertThatThrownBy(() -> likelihoodInAYear(calls, numbers)).isInstanceOf(IllegalArgumentException.class);
    }
}
