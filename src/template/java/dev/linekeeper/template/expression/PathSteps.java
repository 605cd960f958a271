package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.Call;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The steps of nested property accesses and indexings, outermost last, put together as one path.
 *
 * @param start what the path begins at; absent when that is the memory
 * @param steps the steps, innermost first
 */
record PathSteps(@Nullable Term start, List<Step> steps) {
    private static final Pattern DOTS_AT_THE_END = Pattern.compile("\\.+$");

    /** A name, or a place to be computed. */
    record Step(String name, @Nullable Term place) {}

    /** Takes the accesses apart as far as they go. */
    static PathSteps of(Syntax syntax, Function<Syntax, Term> compile) {
        List<Step> steps = new ArrayList<>();
        Syntax rest = syntax;
        while (rest instanceof Call call && (call.is("Accessor") || call.is("Element"))) {
            boolean accessor = call.is("Accessor");
            if (accessor) {
                steps.add(0, new Step(Text.of(((Syntax.Constant) call.argument(0)).value()), null));
            } else {
                steps.add(0, new Step("", compile.apply(call.argument(1))));
            }
            if (accessor && call.arguments().size() == 1) {
                return new PathSteps(null, steps);
            }
            rest = call.argument(accessor ? 1 : 0);
        }
        return new PathSteps(compile.apply(rest), steps);
    }

    /** Whether every step is known beforehand. */
    boolean isFixed() {
        return start == null
                && steps.stream().allMatch(step -> step.place() == null || step.place() instanceof Term.Constant);
    }

    /** The path as text. */
    String text(Evaluation evaluation) {
        if (steps.stream().allMatch(step -> step.place() == null)) {
            return steps.stream().map(Step::name).collect(Collectors.joining("."));
        }
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            Term place = step.place();
            path.append(place == null ? step.name() : written(place.value(evaluation)))
                    .append('.');
        }
        evaluation.environment().budget().spendText(path.length());
        return DOTS_AT_THE_END.matcher(path).replaceAll("").replace(".[", "[");
    }

    private static String written(JsonNode place) {
        String text = Values.isNothing(place) ? "" : Text.of(place);
        if (!Double.isNaN(Numbers.parseInteger(text))) {
            return "[" + text + "]";
        }
        if (place.isString()) {
            return "['" + text + "']";
        }
        throw Failure.of("%s is neither a place nor a name.".formatted(Text.of(place)));
    }
}
