package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.Syntax.CallSyntax;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The steps of nested property accesses and indexings, outermost last, put together as one path.
 *
 * @param start what the path begins at; absent when that is the memory
 * @param steps the steps, innermost first
 */
record PathSteps(@Nullable Term start, List<AccessStep> steps) {
    /** A name, or a place to be computed. */
    record AccessStep(String name, @Nullable Term place) {}

    /** Takes the accesses apart as far as they go. */
    static PathSteps of(Syntax syntax, Function<Syntax, Term> compile) {
        List<AccessStep> steps = new ArrayList<>();
        Syntax rest = syntax;
        while (rest instanceof CallSyntax call && (call.is("Accessor") || call.is("Element"))) {
            boolean accessor = call.is("Accessor");
            if (accessor) {
                steps.add(
                        0,
                        new AccessStep(
                                Text.of(((Syntax.ConstantSyntax) call.argument(0)).value(), Accountant.unlimited()),
                                null));
            } else {
                steps.add(0, new AccessStep("", compile.apply(call.argument(1))));
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
        for (AccessStep step : steps) {
            if (step.place() != null && !(step.place() instanceof Term.ConstantTerm)) {
                return false;
            }
        }
        return start == null;
    }

    /** The path as text. */
    String text(Evaluation evaluation) {
        String names = names();
        if (names != null) {
            return names;
        }
        StringBuilder path = new StringBuilder();
        for (AccessStep step : steps) {
            Term place = step.place();
            path.append(place == null ? step.name() : written(place.value(evaluation), evaluation.accountant()))
                    .append('.');
            evaluation.accountant().checkText(path.length());
        }
        evaluation.accountant().makeText(path.length());
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '.') {
            end--;
        }
        return path.substring(0, end).replace(".[", "[");
    }

    /** Null unless every step is a name. */
    private @Nullable String names() {
        StringJoiner names = new StringJoiner(".");
        for (AccessStep step : steps) {
            if (step.place() != null) {
                return null;
            }
            names.add(step.name());
        }
        return names.toString();
    }

    private static String written(JsonNode place, Accountant accountant) {
        String text = Values.isNothing(place) ? "" : Text.of(place, accountant);
        if (!Double.isNaN(JsNumbers.parseInteger(text))) {
            return "[" + text + "]";
        }
        if (place.isString()) {
            return "['" + text + "']";
        }
        throw Failure.of("%s is neither a place nor a name.", place);
    }
}
