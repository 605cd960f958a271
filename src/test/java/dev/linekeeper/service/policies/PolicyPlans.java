package dev.linekeeper.service.policies;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/** Plans for policies, to be stored. */
public final class PolicyPlans {
    private PolicyPlans() {}

    public static Plan made(String name) {
        var policy = new PolicyName(name);
        var after = new SharedCalling(
                policy,
                Optional.of(new UserId("c1afc4bd-fb3e-5ee9-8a17-27df5a3069fb")),
                List.of(PhoneNumber.of("+442079460130")),
                "It's \"new\" \uD83D\uDE00");
        var step = new Step(
                StepName.CREATE_POLICY,
                Optional.empty(),
                Optional.of(new SharedCallingChange(Optional.empty(), Optional.of(after))),
                Optional.empty(),
                Optional.empty(),
                name,
                Step.NONE,
                "+442079460130");
        return new Plan(
                policy,
                Purpose.NEW_POLICY,
                Optional.empty(),
                List.of(step, Step.verify()),
                Optional.empty(),
                new Risk(Risk.RiskLevel.LOW, List.of()),
                List.of(),
                "0".repeat(64));
    }
}
