package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import java.util.List;
import java.util.Locale;

/** The risk of changing what stands behind people: low where nobody has it yet, medium where it did not hold before, high where it did. */
final class FixRisk {
    private FixRisk() {}

    /**
     * Who calls by it is said first.
     *
     * @param broken whether the rule it is for fails now
     * @param people of each policy that names the account
     */
    static Risk of(Fix<?> fix, Step step, boolean broken, List<PolicyUsers> people) {
        String how = fix.after().isEmpty() ? "gone" : broken ? "mended" : "changed";
        String key = "plan.risk.fix.%s.%s"
                .formatted(Fixable.of(fix).name().toLowerCase(Locale.ROOT).replace('_', '-'), how);
        boolean made = fix instanceof EmergencyRoutingPolicy && fix.before().isEmpty();
        return new Risk(
                made ? RiskLevel.LOW : broken && fix.after().isPresent() ? RiskLevel.MEDIUM : RiskLevel.HIGH,
                List.of(said(people), Explanation.of(key, step.target(), step.before(), step.after())));
    }

    private static Explanation said(List<PolicyUsers> people) {
        int unread = people.stream().mapToInt(PolicyUsers::unread).max().orElse(0);
        return Explanation.of(
                unread == 0 ? "plan.risk.policy.people" : "plan.risk.policy.people-at-least",
                people.stream().mapToInt(PolicyUsers::using).sum(),
                unread);
    }
}
