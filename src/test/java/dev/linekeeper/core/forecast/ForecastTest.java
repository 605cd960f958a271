package dev.linekeeper.core.forecast;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.linekeeper.core.forecast.Outlook.NotComputed;
import dev.linekeeper.core.forecast.Outlook.WhyNot;
import dev.linekeeper.core.forecast.Outlook.WithinAYear;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SC-SEA has two callback numbers, SC-LON one, SC-SEA0 none. */
class ForecastTest {
    private static final Tenant CONTOSO = contoso().build();

    private static Forecast of(String policy, int people, int unread, String rate, String limit) {
        return Forecast.of(
                new PolicyPeople(named(policy), people, 0, unread),
                CONTOSO,
                new ForecastAssumptions(
                        Optional.of(rate).filter(it -> !it.isEmpty()).map(BigDecimal::new), new BigDecimal(limit)));
    }

    @ParameterizedTest
    @CsvSource({
        "SC-SEA0, 500, 0, 0.01, NO_NUMBERS",
        "SC-SEA0, 0, 3, '', NO_NUMBERS",
        "SC-NOWHERE, 500, 0, 0.01, NUMBERS_UNREAD",
        "SC-SEA, 0, 0, 0.01, ENOUGH_FOR_ALL",
        "SC-SEA, 2, 0, '', ENOUGH_FOR_ALL",
        "SC-SEA, 2, 1, 0.01, PEOPLE_UNREAD",
        "SC-SEA, 3, 0, '', NO_RATE",
        "SC-SEA, 3, 9, '', NO_RATE"
    })
    void no_likelihood_is_made_up(String policy, int people, int unread, String rate, WhyNot why) {
        assertThat(of(policy, people, unread, rate, "1").outlook()).isEqualTo(new NotComputed(why));
    }

    /** 200 people with 0.01 calls make 2 a year, which meet with 4 / 8766: 0.0456 per cent. */
    @ParameterizedTest
    @CsvSource({"0.045, true, 2", "0.046, false, 1", "100, false, 1"})
    void above_the_limit_it_says_how_many_numbers_are_enough(String limit, boolean above, int enough) {
        assertThat(of("SC-LON", 200, 0, "0.01", limit).outlook())
                .asInstanceOf(type(WithinAYear.class))
                .satisfies(year -> {
                    assertThat(year.likelihood()).isBetween(0.000455, 0.000457);
                    assertThat(year.aboveLimit()).isEqualTo(above);
                    assertThat(year.enough()).isEqualTo(enough);
                });
    }

    @Test
    void what_it_says_is_enough_is_and_one_fewer_is_not() {
        var random = new Random(15);
        for (int i = 0; i < 200; i++) {
            int people = 2 + (int) Math.exp(random.nextDouble() * 11);
            double calls = people * Math.exp(random.nextDouble() * 12 - 8);
            double limit = Math.exp(-random.nextDouble() * 10);
            var rate = BigDecimal.valueOf(calls).divide(BigDecimal.valueOf(people), MathContext.DECIMAL64);
            var forecast = of(
                    "SC-LON",
                    people,
                    0,
                    rate.toString(),
                    BigDecimal.valueOf(limit * 100).toString());

            if (forecast.outlook() instanceof WithinAYear(_, var above, var enough) && above) {
                assertThat(enough).isBetween(2, people);
                assertThat(CallbackShortage.likelihoodInAYear(calls, enough - 1))
                        .isGreaterThan(limit * 0.999);
                if (enough < people) {
                    assertThat(CallbackShortage.likelihoodInAYear(calls, enough))
                            .isLessThanOrEqualTo(limit * 1.001);
                }
            }
        }
    }

    @Test
    void a_number_that_is_listed_twice_is_one_and_a_number_of_two_policies_is_named() {
        var twice = PhoneNumber.of("+14255550171");
        var tenant = contoso()
                .policy(new Policy.SharedCalling(named("SC-TWICE"), Optional.empty(), List.of(twice, twice), ""))
                .build();
        var forecast = Forecast.of(
                new PolicyPeople(named("SC-TWICE"), 3, 0, 0),
                tenant,
                new ForecastAssumptions(Optional.empty(), BigDecimal.ONE));

        assertThat(forecast.numbers().known()).contains(List.of(twice));
        assertThat(forecast.alsoIn()).containsExactly(named("SC-SEA"));
    }

    @Test
    void policies_that_could_not_be_read_are_not_policies_without_numbers() {
        var tenant = contoso().unreadable(PolicyKind.SHARED_CALLING).build();
        var forecast = Forecast.of(
                new PolicyPeople(named("SC-SEA"), 3, 0, 0),
                tenant,
                new ForecastAssumptions(Optional.empty(), BigDecimal.ONE));

        assertThat(forecast.numbers()).isInstanceOf(Fact.Missing.class);
        assertThat(forecast.outlook()).isEqualTo(new NotComputed(WhyNot.NUMBERS_UNREAD));
    }
}
