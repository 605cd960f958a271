package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.RequestId;
import java.util.List;
import java.util.Map;

/**
 * The claim of an admin that steps were done by hand: the answer file of an exported script. It only says where to
 * look, and which request and plan it is about.
 *
 * @param steps those said to be done, by their number in the plan, from 1
 */
public record ManualStepsClaim(RequestId request, String fingerprint, Map<Integer, StepName> steps) {
    public ManualStepsClaim {
        steps = Map.copyOf(steps);
    }

    /** Whether the claim is about this request and plan: same fingerprint, and every step named as in the plan. */
    boolean isAbout(RequestId id, Plan plan) {
        return request.equals(id)
                && fingerprint.equals(plan.fingerprint())
                && steps.entrySet().stream().allMatch(step -> isIn(plan.steps(), step.getKey(), step.getValue()));
    }

    private static boolean isIn(List<Step> plan, int number, StepName name) {
        return number >= 1 && number <= plan.size() && plan.get(number - 1).name() == name;
    }

    boolean names(int index) {
        return steps.containsKey(index + 1);
    }
}
