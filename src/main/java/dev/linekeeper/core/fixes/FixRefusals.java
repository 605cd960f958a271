package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.policies.Afterwards;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.Fix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nothing is planned, in words. */
public final class FixRefusals {
    private FixRefusals() {}

    /** The permission in Microsoft Graph that would make something ours. */
    public static Explanation needs(AccountRight right) {
        return Explanation.of("policy.needs-permission", String.join(" + ", right.permissions()));
    }

    static OfPolicy moved(Fix<?> fix, Optional<?> expected, Optional<?> now, Tenant tenant) {
        var words = new FixWords(tenant);
        return refused(
                fix,
                PolicyObstacle.STATE_MOVED,
                Explanation.of("policy.moved", words.of(fix, expected), words.of(fix, now)));
    }

    static OfPolicy notRead(Fix<?> fix, String why) {
        return refused(fix, PolicyObstacle.NOT_READ, Explanation.of("policy.not-read", why));
    }

    static OfPolicy refused(Fix<?> fix, PolicyObstacle why, Explanation... details) {
        return new PolicyRefused(fix.subject(), why, List.of(), List.of(details));
    }

    /** With what would have to be granted for it, where that would make it ours. */
    static OfPolicy notOurs(Fix<?> fix, FixJudgement judged) {
        return refused(
                fix, judged.amiss(), PolicyObstacle.NOT_OURS, Fixable.of(fix).right().map(FixRefusals::needs).stream());
    }

    static OfPolicy refused(Fix<?> fix, List<? extends Finding<?>> amiss, PolicyObstacle why) {
        return refused(fix, amiss, why, Stream.empty());
    }

    private static OfPolicy refused(
            Fix<?> fix, List<? extends Finding<?>> amiss, PolicyObstacle why, Stream<Explanation> more) {
        return new PolicyRefused(
                fix.subject(),
                why,
                amiss.stream().map(finding -> finding.rule().id().value()).toList(),
                Stream.concat(amiss.stream().flatMap(Afterwards::said), more).toList());
    }
}
