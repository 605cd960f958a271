package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.tenant.Explanation;
import java.util.ArrayList;
import java.util.List;

/** What is different in a plan from what was asked for, line by line, for the approver. */
public final class PlanDifference {
    private PlanDifference() {}

    /** The lines; one that says so when the plans differ in what nobody reads on a card, such as the rules. */
    public static List<Explanation> of(Plan asked, Plan now) {
        var lines = new ArrayList<Explanation>();
        now.steps().stream().filter(step -> !has(asked, step)).forEach(step -> lines.add(say("step", step.title())));
        asked.steps().stream().filter(step -> !has(now, step)).forEach(step -> lines.add(say("no-step", step.title())));
        now.steps()
                .forEach(step -> asked.steps().stream()
                        .filter(before ->
                                isSame(before, step) && !before.before().equals(step.before()))
                        .forEach(before -> lines.add(say("before", step.title(), before.before(), step.before()))));
        lines.addAll(added(asked.outlook(), now.outlook()));
        lines.addAll(added(asked.risk().why(), now.risk().why()));
        return lines.isEmpty() ? List.of(say("other")) : List.copyOf(lines);
    }

    private static List<Explanation> added(List<Explanation> before, List<Explanation> now) {
        return now.stream().filter(line -> !before.contains(line)).toList();
    }

    private static boolean has(Plan plan, Step step) {
        return plan.steps().stream().anyMatch(other -> isSame(other, step));
    }

    private static boolean isSame(Step one, Step another) {
        return one.name() == another.name() && one.target().equals(another.target());
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("plan.difference." + key, arguments);
    }
}
