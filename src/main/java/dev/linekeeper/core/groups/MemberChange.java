package dev.linekeeper.core.groups;

import dev.linekeeper.core.override.OverridableRules;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;

/**
 * What a change of grants to groups comes to for one direct member.
 *
 * @param now the Shared Calling policy that applies, and where it comes from
 * @param then the same once the change has spread
 */
record MemberChange(Person person, Fact<Assignment> now, Fact<Assignment> then) {
    /** @param groups what applies to them by their groups alone, then; a grant of their own comes before */
    static MemberChange of(Person person, Fact<Assignment> groups) {
        Fact<Assignment> now = person.policy(PolicyKind.SHARED_CALLING);
        return new MemberChange(
                person,
                now,
                now.flatMap(it -> it instanceof Assignment.Direct(var own, _)
                        ? now.map(_ -> new Assignment.Direct(own, groups))
                        : groups));
    }

    boolean isRead() {
        return then.known().isPresent();
    }

    /** Whether another policy applies then; false where that is not known. */
    boolean isOther() {
        return isRead() && !from().equals(to());
    }

    PolicyName from() {
        return policy(now);
    }

    PolicyName to() {
        return policy(then);
    }

    private static PolicyName policy(Fact<Assignment> assignment) {
        return assignment.known().orElseThrow().policy();
    }

    Report<PersonCase> judgedNow(Readiness readiness) {
        return readiness.audit(person);
    }

    Report<PersonCase> judgedThen(Readiness readiness) {
        return readiness.audit(person.with(PolicyKind.SHARED_CALLING, then));
    }

    /** The rules for emergency calls that fail then. */
    static List<Finding<PersonCase>> gaps(Report<PersonCase> then) {
        return then.with(Outcome.FAIL).stream()
                .filter(finding -> isOfEmergencies(finding.rule()))
                .toList();
    }

    /** Those among them that do not fail now: for whoever calls by a policy now, emergency settings they would lose. */
    static List<Finding<PersonCase>> lost(Report<PersonCase> now, Report<PersonCase> then) {
        return gaps(then).stream()
                .filter(gap -> now.outcome(gap.rule()) != Outcome.FAIL)
                .toList();
    }

    private static boolean isOfEmergencies(Rule<?> rule) {
        return OverridableRules.contain(rule)
                || OverridableRules.IMPOSSIBLE.stream()
                        .anyMatch(each -> each.id().equals(rule.id()));
    }
}
