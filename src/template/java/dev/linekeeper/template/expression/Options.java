package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.Library;
import dev.linekeeper.template.value.Budget;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * What expressions are compiled and evaluated with. Immutable: every {@code with} gives changed options.
 *
 * <pre>{@code
 * Options options = Options.standard()
 *         .withClock(Clock.fixed(now, ZoneOffset.UTC))
 *         .withFunction("phone", arguments -> StringNode.valueOf(pretty(arguments.get(0))));
 * }</pre>
 */
public final class Options {
    private static final Options STANDARD = new Options(
            PrebuiltFunctions.LIBRARY,
            Limits.standard(),
            Clock.systemUTC(),
            () -> ThreadLocalRandom.current().nextLong(),
            Locale.US,
            false,
            false);

    private final Library library;
    private final Limits limits;
    private final Clock clock;
    private final RandomGenerator random;
    private final Locale locale;
    private final boolean nullsKept;
    private final boolean strict;

    private Options(
            Library library,
            Limits limits,
            Clock clock,
            RandomGenerator random,
            Locale locale,
            boolean nullsKept,
            boolean strict) {
        this.library = library;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
        this.locale = locale;
        this.nullsKept = nullsKept;
        this.strict = strict;
    }

    /** The prebuilt functions, standard limits, the system's clock, en-US. */
    public static Options standard() {
        return STANDARD;
    }

    /**
     * A function more. It is called with its evaluated arguments, which it must not change; undefined ones are missing nodes.
     * An exception it throws is a failed call. It is called anew at each evaluation, by several threads at once if the template
     * is shared.
     *
     * <pre>{@code
     * options.withFunction("shout", arguments -> StringNode.valueOf(arguments.get(0).asString() + "!"))
     * }</pre>
     *
     * @throws IllegalArgumentException if there is a function of that name already
     */
    public Options withFunction(String name, Function<List<JsonNode>, JsonNode> function) {
        Library extended = library.with(name, (arguments, environment) -> function.apply(List.of(arguments)));
        return new Options(extended, limits, clock, random, locale, nullsKept, strict);
    }

    /** Other limits. */
    public Options withLimits(Limits limits) {
        return new Options(library, limits, clock, random, locale, nullsKept, strict);
    }

    /** Another clock for {@code utcNow} and its like. */
    public Options withClock(Clock clock) {
        return new Options(library, limits, clock, random, locale, nullsKept, strict);
    }

    /** Another source of chance for {@code rand} and {@code newGuid}; it must be thread-safe if templates are shared. */
    public Options withRandom(RandomGenerator random) {
        return new Options(library, limits, clock, random, locale, nullsKept, strict);
    }

    /** Another locale for numbers and letter case, where an expression names none. */
    public Options withLocale(Locale locale) {
        return new Options(library, limits, clock, random, locale, nullsKept, strict);
    }

    /**
     * A null inside a text leaves the binding as it stands, {@code "Hello ${name}"}, as the .NET engine does. Otherwise it
     * is an error, as it is in JavaScript.
     */
    public Options withNullsKept() {
        return new Options(library, limits, clock, random, locale, true, strict);
    }

    /**
     * A function nobody knows is an error when a template is compiled. Otherwise it is one when it is called, as in the
     * official engines; in an expression that stands alone it always is an error at once.
     */
    public Options withUnknownFunctionsRefused() {
        return new Options(library, limits, clock, random, locale, nullsKept, true);
    }

    /** The limits. */
    public Limits limits() {
        return limits;
    }

    /** Whether a null inside a text leaves the binding as it stands. */
    public boolean keepsNulls() {
        return nullsKept;
    }

    Library library() {
        return library;
    }

    boolean isStrict() {
        return strict;
    }

    /** A fresh world for one evaluation. */
    Environment environment() {
        Budget budget = new Budget(limits.maxSteps(), limits.maxText(), limits.maxItems());
        return new Environment(clock, random, locale, budget);
    }
}
