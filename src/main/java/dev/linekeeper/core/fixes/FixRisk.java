package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import java.util.Optional;
import java.util.stream.Stream;

/** The risk of changing what stands behind people: low where nobody has it yet, medium where it did not hold before, high where it did or somebody forbade it. */
final class FixRisk {
    private FixRisk() {}

    /**
     * Who depends on it is said first.
     *
     * @param broken whether the rule it is for fails now
     */
    static Risk of(Fix<?> fix, Step step, boolean broken, PeopleBehind people) {
        boolean made = (fix instanceof PolicyFix || fix instanceof NewAccount)
                && fix.before().isEmpty();
        boolean opens = fix instanceof CallingPolicy calling && calling.opensCalls();
        String how = fix.after().isEmpty() ? "gone" : made ? "made" : broken ? "mended" : "changed";
        String key = "plan.risk.fix.%s.%s"
                .formatted(AnyCase.folded(Fixable.of(fix).name()).replace('_', '-'), how);
        return new Risk(
                made ? RiskLevel.LOW : broken && fix.after().isPresent() && !opens ? RiskLevel.MEDIUM : RiskLevel.HIGH,
                Stream.of(
                                Stream.of(
                                        people.said(), Explanation.of(key, step.target(), step.before(), step.after())),
                                people.shown().stream(),
                                (fix instanceof CallerIdPolicy ? fix.stays() : Optional.<Explanation>empty()).stream())
                        .flatMap(reasons -> reasons)
                        .toList());
    }
}
