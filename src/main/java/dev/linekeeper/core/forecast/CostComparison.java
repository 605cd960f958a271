package dev.linekeeper.core.forecast;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the people of a policy cost a month, and what they would with numbers and plans of their own.
 *
 * @param numbers how many numbers the policy has: the account's and the callback numbers
 * @param alsoServes other policies of the same account, which is counted here in full
 * @param costs empty where a price is missing or the numbers could not be read
 */
public record CostComparison(
        PolicyPeople people,
        Fact<Integer> numbers,
        List<PolicyName> alsoServes,
        PriceList prices,
        Optional<Costs> costs) {

    /** The two sides, a month. */
    public record Costs(Money shared, Money own) {
        /** What numbers and plans of their own cost more; negative where they cost less. */
        public Money difference() {
            return new Money(own.amount().subtract(shared.amount()), own.currency());
        }
    }

    public static CostComparison of(PolicyPeople people, Tenant tenant, PriceList prices) {
        var numbers = numbers(people.policy(), tenant);
        return new CostComparison(
                people,
                numbers,
                alsoServed(people.policy(), tenant),
                prices,
                prices.currency()
                        .filter(_ -> prices.missing().isEmpty())
                        .flatMap(currency ->
                                numbers.known().map(count -> costs(people.counted(), count, prices, currency))));
    }

    private static Costs costs(int people, int numbers, PriceList prices, Currency currency) {
        BigDecimal licences = total(prices, people, PriceKind.PHONE_LICENCE);
        return new Costs(
                new Money(
                        licences.add(total(prices, people, PriceKind.SHARED_CALLS))
                                .add(total(prices, numbers, PriceKind.NUMBER))
                                .add(total(prices, 1, PriceKind.ACCOUNT)),
                        currency),
                new Money(
                        licences.add(total(prices, people, PriceKind.NUMBER))
                                .add(total(prices, people, PriceKind.OWN_PLAN)),
                        currency));
    }

    private static BigDecimal total(PriceList prices, int count, PriceKind kind) {
        return prices.price(kind).multiply(BigDecimal.valueOf(count));
    }

    private static Fact<Integer> numbers(PolicyName name, Tenant tenant) {
        var account = Fact.flatMapPresent(
                Fact.flatMapPresent(
                        tenant.sharedCalling(name),
                        policy -> tenant.sharedCalling(name).map(_ -> policy.resourceAccount())),
                tenant::resourceAccount);
        return Forecast.callbackNumbers(name, tenant)
                .with(
                        Fact.flatMapPresent(account, found -> found.number()),
                        (callbacks, shared) -> (int) Stream.concat(callbacks.stream(), shared.stream())
                                .distinct()
                                .count());
    }

    private static List<PolicyName> alsoServed(PolicyName name, Tenant tenant) {
        var account = Fact.present(tenant.sharedCalling(name)).flatMap(policy -> policy.resourceAccount());
        return tenant.sharedCalling().known().orElse(List.of()).stream()
                .filter(other -> account.isPresent() && other.resourceAccount().equals(account))
                .map(other -> other.name())
                .filter(other -> !other.equals(name))
                .toList();
    }
}
