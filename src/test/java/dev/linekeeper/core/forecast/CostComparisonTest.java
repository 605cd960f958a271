package dev.linekeeper.core.forecast;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.forecast.CostComparison.Costs;
import dev.linekeeper.core.tenant.Fact;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SC-SEA is ra-sea's number and two callback numbers; the prices are made up for reckoning by hand. */
class CostComparisonTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Map<PriceKind, BigDecimal> PRICES = Map.of(
            PriceKind.PHONE_LICENCE, new BigDecimal("8.00"),
            PriceKind.NUMBER, new BigDecimal("1.10"),
            PriceKind.OWN_PLAN, new BigDecimal("12"),
            PriceKind.ACCOUNT, new BigDecimal("15"),
            PriceKind.SHARED_CALLS, new BigDecimal("0.0015"));

    private static CostComparison of(String policy, int people, PriceList prices) {
        return CostComparison.of(
                new PolicyPeople(named(policy), people, 0, 0), contoso().build(), prices);
    }

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), EURO);
    }

    /** Shared: 100 × 8 + 100 × 0.0015 + 3 × 1.10 + 15; own: 100 × (8 + 1.10 + 12). */
    @Test
    void both_sides_are_reckoned_exactly() {
        var comparison = of("SC-SEA", 100, new PriceList(Optional.of(EURO), PRICES));

        assertThat(comparison.numbers().known()).contains(3);
        assertThat(comparison.alsoServes())
                .containsExactly(named("SC-CTRY"), named("SC-SEA0"), named("SC-SVC"), named("SC-USED"));
        assertThat(comparison.costs().map(Costs::shared).map(Money::payable)).contains(euro("818.45"));
        assertThat(comparison.costs().map(Costs::own).map(Money::payable)).contains(euro("2110.00"));
        assertThat(comparison.costs().map(Costs::difference).map(Money::payable))
                .contains(euro("1291.55"));
        assertThat(comparison.costs().map(costs -> costs.shared().amount().stripTrailingZeros()))
                .contains(new BigDecimal("818.45"));
    }

    @Test
    void for_nobody_the_account_is_paid_all_the_same() {
        assertThat(of("SC-SEA", 0, new PriceList(Optional.of(EURO), PRICES))
                        .costs()
                        .map(Costs::difference)
                        .map(Money::payable))
                .contains(euro("-18.30"));
    }

    @ParameterizedTest
    @EnumSource(PriceKind.class)
    void without_one_of_the_prices_nothing_is_compared_and_the_setting_is_named(PriceKind kind) {
        var some = new EnumMap<>(PRICES);
        some.remove(kind);
        var comparison = of("SC-SEA", 100, new PriceList(Optional.of(EURO), some));

        assertThat(comparison.costs()).isEmpty();
        assertThat(comparison.prices().missing()).containsExactly(kind.key());
        assertThat(comparison.numbers().known()).contains(3);
    }

    @Test
    void without_anything_every_setting_is_named() {
        assertThat(PriceList.EMPTY.missing())
                .hasSize(1 + PriceKind.values().length)
                .contains("linekeeper.cost.currency")
                .containsAll(
                        Arrays.stream(PriceKind.values()).map(PriceKind::key).toList());
    }

    @Test
    void what_could_not_be_read_is_not_reckoned_as_nothing() {
        var comparison = CostComparison.of(
                new PolicyPeople(named("SC-SEA"), 100, 0, 0),
                contoso().unreadable("resourceAccounts").build(),
                new PriceList(Optional.of(EURO), PRICES));

        assertThat(comparison.numbers()).isInstanceOf(Fact.Missing.class);
        assertThat(comparison.costs()).isEmpty();
    }

    @Test
    void a_policy_without_an_account_has_its_callback_numbers_only() {
        assertThat(of("SC-NOWHERE", 1, PriceList.EMPTY).numbers()).isInstanceOf(Fact.Missing.class);
        assertThat(of("SC-NONUM", 1, PriceList.EMPTY).numbers().known()).contains(0);
    }

    @Test
    void a_yen_has_no_cents() {
        assertThat(new Money(new BigDecimal("99.5"), Currency.getInstance("JPY"))
                        .payable()
                        .amount())
                .isEqualTo(new BigDecimal("100"));
    }
}
