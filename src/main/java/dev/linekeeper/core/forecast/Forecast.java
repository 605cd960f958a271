package dev.linekeeper.core.forecast;

import dev.linekeeper.core.forecast.Outlook.NotComputed;
import dev.linekeeper.core.forecast.Outlook.WhyNot;
import dev.linekeeper.core.forecast.Outlook.WithinAYear;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/**
 * Whether the callback numbers of a policy are enough for its people. It says nothing about a call that is made: which
 * numbers are taken cannot be read.
 *
 * @param numbers the callback numbers, each once; missing when the policy was not read or there is none
 * @param alsoIn other policies that name one of them, whose people are not counted (rule POL-08)
 */
public record Forecast(
        PolicyPeople people,
        Fact<List<PhoneNumber>> numbers,
        List<PolicyName> alsoIn,
        ForecastAssumptions assumptions,
        Outlook outlook) {

    public static Forecast of(PolicyPeople people, Tenant tenant, ForecastAssumptions assumptions) {
        var numbers = callbackNumbers(people.policy(), tenant);
        return new Forecast(
                people,
                numbers,
                numbers.known().map(own -> alsoIn(people.policy(), own, tenant)).orElse(List.of()),
                assumptions,
                numbers.fold(
                        all -> outlook(people, all.size(), assumptions), _ -> new NotComputed(WhyNot.NUMBERS_UNREAD)));
    }

    /** The callback numbers of a policy, each once; missing when it was not read or there is none of that name. */
    static Fact<List<PhoneNumber>> callbackNumbers(PolicyName policy, Tenant tenant) {
        return Fact.required(
                        tenant.sharedCalling(policy), () -> "There is no Shared Calling policy %s".formatted(policy))
                .map(found -> found.emergencyNumbers().stream().distinct().toList());
    }

    /** How many emergency calls the people make in a year, by the owner's rate. */
    public static BigDecimal callsAYear(PolicyPeople people, BigDecimal rate) {
        return rate.multiply(BigDecimal.valueOf(people.counted()));
    }

    private static List<PolicyName> alsoIn(PolicyName policy, List<PhoneNumber> numbers, Tenant tenant) {
        return tenant.sharedCalling().known().orElse(List.of()).stream()
                .filter(other -> !other.name().equals(policy))
                .filter(other -> !Collections.disjoint(other.emergencyNumbers(), numbers))
                .map(Policy::name)
                .toList();
    }

    private static Outlook outlook(PolicyPeople people, int numbers, ForecastAssumptions assumptions) {
        if (numbers == 0) {
            return new NotComputed(WhyNot.NO_NUMBERS);
        }
        if (people.counted() <= numbers) {
            return new NotComputed(people.isComplete() ? WhyNot.ENOUGH_FOR_ALL : WhyNot.PEOPLE_UNREAD);
        }
        return assumptions
                .callsPerPersonAndYear()
                .<Outlook>map(rate ->
                        outlook(callsAYear(people, rate).doubleValue(), numbers, people.counted(), assumptions.limit()))
                .orElseGet(() -> new NotComputed(WhyNot.NO_RATE));
    }

    private static Outlook outlook(double callsAYear, int numbers, int people, double limit) {
        double likelihood = CallbackShortage.likelihoodInAYear(callsAYear, numbers);
        return likelihood > limit
                ? new WithinAYear(likelihood, true, enough(callsAYear, numbers, people, limit))
                : new WithinAYear(likelihood, false, numbers);
    }

    /** The least number that is enough, between one that is not and one for each person, which is. */
    private static int enough(double callsAYear, int tooFew, int people, double limit) {
        int low = tooFew;
        int high = people;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (CallbackShortage.likelihoodInAYear(callsAYear, middle) > limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
