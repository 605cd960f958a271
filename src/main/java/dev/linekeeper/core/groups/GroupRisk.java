package dev.linekeeper.core.groups;

import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.tenant.Tenant;

/**
 * The risk of changing the policy of a group: high where somebody ends without a policy, fails a rule for emergency calls
 * or could not be looked at, medium where somebody calls otherwise, low where it reaches nobody.
 */
final class GroupRisk {
    private GroupRisk() {}

    static RiskLevel of(GroupImpact impact, Tenant tenant) {
        return impact.gaps() > 0
                        || impact.unread() > 0
                        || !impact.ending(tenant).isEmpty()
                ? RiskLevel.HIGH
                : impact.changed().isEmpty() ? RiskLevel.LOW : RiskLevel.MEDIUM;
    }
}
