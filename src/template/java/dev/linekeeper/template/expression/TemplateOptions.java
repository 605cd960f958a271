package dev.linekeeper.template.expression;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionLibrary;
import dev.linekeeper.template.value.Accountant;
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
 * TemplateOptions options = TemplateOptions.standard()
 *         .withClock(Clock.fixed(now, ZoneOffset.UTC))
 *         .withFunction("phone", arguments -> StringNode.valueOf(pretty(arguments.get(0))));
 * }</pre>
 */
public final class TemplateOptions {
    /** Steps that may be taken when a template is compiled. */
    private static final long MOST_BEFOREHAND = 250_000;

    private static final TemplateOptions STANDARD = new TemplateOptions(
            PrebuiltFunctions.LIBRARY,
            TemplateLimits.standard(),
            Clock.systemUTC(),
            () -> ThreadLocalRandom.current().nextLong(),
            Locale.US,
            false,
            false,
            UnboundBinding.shown());

    private final FunctionLibrary library;
    private final TemplateLimits limits;
    private final Clock clock;
    private final RandomGenerator random;
    private final Locale locale;
    private final boolean nullsKept;
    private final boolean strict;
    private final UnboundBinding unbound;

    private TemplateOptions(
            FunctionLibrary library,
            TemplateLimits limits,
            Clock clock,
            RandomGenerator random,
            Locale locale,
            boolean nullsKept,
            boolean strict,
            UnboundBinding unbound) {
        this.library = library;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
        this.locale = locale;
        this.nullsKept = nullsKept;
        this.strict = strict;
        this.unbound = unbound;
    }

    /** The prebuilt functions, standard limits, the system's clock, en-US. */
    public static TemplateOptions standard() {
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
    public TemplateOptions withFunction(String name, Function<List<JsonNode>, JsonNode> function) {
        FunctionLibrary extended = library.with(name, (arguments, environment) -> function.apply(List.of(arguments)));
        return new TemplateOptions(extended, limits, clock, random, locale, nullsKept, strict, unbound);
    }

    /** Other limits. */
    public TemplateOptions withLimits(TemplateLimits limits) {
        return new TemplateOptions(library, limits, clock, random, locale, nullsKept, strict, unbound);
    }

    /** Another clock for {@code utcNow} and its like. */
    public TemplateOptions withClock(Clock clock) {
        return new TemplateOptions(library, limits, clock, random, locale, nullsKept, strict, unbound);
    }

    /** Another source of chance for {@code rand} and {@code newGuid}; it must be thread-safe if templates are shared. */
    public TemplateOptions withRandom(RandomGenerator random) {
        return new TemplateOptions(library, limits, clock, random, locale, nullsKept, strict, unbound);
    }

    /** Another locale for numbers and letter case, where an expression names none. */
    public TemplateOptions withLocale(Locale locale) {
        return new TemplateOptions(library, limits, clock, random, locale, nullsKept, strict, unbound);
    }

    /**
     * A null inside a text leaves the binding as it stands, {@code "Hello ${name}"}, as the .NET engine does. Otherwise it
     * is an error, as it is in JavaScript.
     */
    public TemplateOptions withNullsKept() {
        return new TemplateOptions(library, limits, clock, random, locale, true, strict, unbound);
    }

    /**
     * A function nobody knows is an error when a template is compiled. Otherwise it is one when it is called, as in the
     * official engines; in an expression that stands alone it always is an error at once.
     */
    public TemplateOptions withUnknownFunctionsRefused() {
        return new TemplateOptions(library, limits, clock, random, locale, nullsKept, true, unbound);
    }

    /** Another conduct with bindings whose path leads nowhere; it makes no difference to an expression that stands alone. */
    public TemplateOptions withUnbound(UnboundBinding unbound) {
        return new TemplateOptions(library, limits, clock, random, locale, nullsKept, strict, unbound);
    }

    /** The limits. */
    public TemplateLimits limits() {
        return limits;
    }

    /** Whether a null inside a text leaves the binding as it stands. */
    public boolean keepsNulls() {
        return nullsKept;
    }

    FunctionLibrary library() {
        return library;
    }

    boolean isStrict() {
        return strict;
    }

    UnboundBinding unbound() {
        return unbound;
    }

    /** A fresh world for one evaluation. */
    Environment environment() {
        return environment(new Accountant(limits.maxSteps(), limits.maxMemory(), limits.maxText(), limits.maxItems()));
    }

    /** A world with an accountant of its own. */
    Environment environment(Accountant accountant) {
        return new Environment(clock, random, locale, accountant);
    }

    /**
     * Who charges for what is computed once and for all when a template or an expression is compiled. Much less is allowed than
     * for an evaluation: what is not computed then is computed later.
     */
    public Accountant compiling() {
        return new Accountant(
                Math.min(limits.maxSteps(), MOST_BEFOREHAND),
                Math.min(limits.maxMemory(), 16L * MOST_BEFOREHAND),
                limits.maxText(),
                limits.maxItems());
    }
}
