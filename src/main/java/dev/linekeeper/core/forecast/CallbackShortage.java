package dev.linekeeper.core.forecast;

import dev.linekeeper.core.emergency.CallbackPool;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How likely it is that, at least once in a year, an emergency caller finds every callback number of a policy taken, as
 * {@link CallbackPool} describes it: as many people as there are numbers have called within the 60 minutes before.
 *
 * <p>Calls are taken to come independently of each other and evenly over the year (a Poisson process). That more than N of
 * them fall into some window of 60 minutes is its scan statistic, by the approximation of S. E. Alm, "On the distribution
 * of the scan statistic of a Poisson process", Uppsala 1983
 * (<a href="http://www2.math.uu.se/~sea/scan1abstr.html">abstract</a>). For one number it is within 0.02 per cent of the exact
 * value; what is more likely than can be told from certainty is 1.
 */
final class CallbackShortage {
    private static final double WINDOWS_A_YEAR = (double) Duration.ofHours(8766).dividedBy(CallbackPool.HOLD);

    private CallbackShortage() {}

    /**
     * From 0 to 1; grows with the calls and falls with the numbers.
     *
     * @param callsAYear of everybody together, 0 or more
     * @param numbers how many callback numbers there are, 1 or more
     */
    static double likelihoodInAYear(double callsAYear, int numbers) {
        if (numbers < 1 || !(callsAYear >= 0)) {
            throw new IllegalArgumentException("%s calls, %d numbers".formatted(callsAYear, numbers));
        }
        int tooMany = numbers + 1;
        // Beyond this mean the approximation turns back; what it says there cannot be told from certainty any more.
        double mean = Math.min(callsAYear / WINDOWS_A_YEAR, tooMany + 0.5 - Math.sqrt(tooMany + 0.25));
        if (mean == 0) {
            return 0;
        }
        double upcrossings = (1 - mean / tooMany) * (WINDOWS_A_YEAR - 1) * mean * exactly(numbers, mean);
        return -Math.expm1(Math.log1p(-atLeast(tooMany, mean)) - upcrossings);
    }

    /** The likelihood of that many calls in a window. */
    private static double exactly(int calls, double mean) {
        double logFactorial =
                IntStream.rangeClosed(2, calls).mapToDouble(Math::log).sum();
        return Math.exp(calls * Math.log(mean) - mean - logFactorial);
    }

    /** The likelihood of that many calls in a window or more; {@code calls} is above the mean. */
    private static double atLeast(int calls, double mean) {
        double term = exactly(calls, mean);
        double sum = term;
        for (int more = calls + 1; term > sum * 1e-17; more++) {
            term *= mean / more;
            sum += term;
        }
        return sum;
    }
}
