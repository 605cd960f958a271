package dev.linekeeper.core.policies;

import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy judged as a change would leave it. A rule for policies must hold then, whatever holds now; a rule for the account
 * or the tenant that fails already, and that the change does not touch, does not keep anybody from mending the rest.
 *
 * @param name of the policy
 * @param then what the rules say of it afterwards
 * @param wrong what fails then and may not
 * @param unread what could fail then, and was not read
 */
public record PolicyJudgement(
        PolicyName name, Report<PolicyCase> then, List<Finding<PolicyCase>> wrong, List<Finding<PolicyCase>> unread) {
    private static final String OF_POLICIES = "POL";

    /** A policy as it is, with everything that a new one would have to hold. */
    public static PolicyJudgement of(SharedCalling policy, Tenant tenant, JudgementSettings settings) {
        return of(new SharedCallingChange(Optional.empty(), Optional.of(policy)), tenant, settings);
    }

    static PolicyJudgement of(SharedCallingChange change, Tenant tenant, JudgementSettings settings) {
        SharedCalling wanted = change.after().orElseThrow();
        var then = Readiness.policy(wanted.name(), TenantThen.with(tenant, wanted), settings);
        var otherAccount = change.before()
                .filter(now -> now.resourceAccount().equals(wanted.resourceAccount()))
                .isEmpty();
        return new PolicyJudgement(
                wanted.name(),
                then,
                found(then, Outcome.FAIL, otherAccount),
                found(then, Outcome.UNKNOWN, otherAccount));
    }

    private static List<Finding<PolicyCase>> found(Report<PolicyCase> then, Outcome outcome, boolean otherAccount) {
        return then.with(outcome).stream()
                .filter(finding -> finding.rule().mayFail())
                .filter(finding -> otherAccount || finding.rule().id().family().equals(OF_POLICIES))
                .toList();
    }

    /** Whether every rule for policies holds then, and was read. */
    boolean isOfPoliciesWell() {
        return Stream.concat(wrong.stream(), unread.stream())
                .noneMatch(finding -> finding.rule().id().family().equals(OF_POLICIES));
    }

    /** Why the change is not made: what would fail, each with what to do about it; empty when it can be. */
    public Optional<PolicyRefused> refusal() {
        return wrong.isEmpty() ? refusal(PolicyObstacle.NOT_READ, unread) : refusal(PolicyObstacle.RULES, wrong);
    }

    private Optional<PolicyRefused> refusal(PolicyObstacle why, List<Finding<PolicyCase>> findings) {
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new PolicyRefused(
                        name,
                        why,
                        findings.stream()
                                .map(finding -> finding.rule().id().value())
                                .toList(),
                        findings.stream().flatMap(Afterwards::said).toList()));
    }

    /** The number people call with then. */
    public static Explanation number(Report<PolicyCase> then) {
        return Fact.present(then.subject().number())
                .map(number -> Explanation.of("policy.number", number.number()))
                .orElseGet(() -> Explanation.of("policy.number.unread"));
    }
}
