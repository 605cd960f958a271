package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.policies.PolicyPlanner;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last look at what was changed behind people: whether it is what it was to be, and what the rules say of it then. */
final class PolicyCheck {
    private PolicyCheck() {}

    static StepResult judge(RequestDetails terms, TenantReader reader, JudgementSettings settings, Instant now) {
        var change = terms.plan().steps().stream()
                .flatMap(step -> SharedChange.of(step).stream())
                .reduce((_, last) -> last)
                .orElseThrow();
        return judge(change, terms, reader, settings, now);
    }

    private static <V> StepResult judge(
            SharedChange<V> change,
            RequestDetails terms,
            TenantReader reader,
            JudgementSettings settings,
            Instant now) {
        return change.now()
                .apply(reader)
                .fold(
                        found -> terms.rehearsal() || found.equals(change.after())
                                ? verified(
                                        report(
                                                terms.plan(),
                                                reader.freshTenant().tenant(),
                                                settings),
                                        now)
                                : new StepResult.Failed(
                                        StopReason.STATE_MOVED, "It was what it was to be and is not any more"),
                        why -> new StepResult.Retry(why, StopReason.GAVE_UP));
    }

    /** The policy, or the account behind it; empty where the policy is gone, or the number has none of its own any more. */
    private static Optional<Report<?>> report(Plan plan, Tenant tenant, JudgementSettings settings) {
        return plan.fix()
                .map(fix -> fix instanceof PolicyOfNumber grant
                        ? grant.after().<Report<?>>flatMap(policy -> report(policy, tenant, settings))
                        : Optional.<Report<?>>of(Readiness.account(fix.accountIn(tenant), tenant, settings)))
                .orElseGet(() -> report(
                        plan.groupGrant()
                                .map(change -> change.after().or(change::before).orElseThrow())
                                .map(GroupGrant::policy)
                                .orElseGet(() -> PolicyPlanner.change(plan).policy()),
                        tenant,
                        settings));
    }

    private static Optional<Report<?>> report(PolicyName policy, Tenant tenant, JudgementSettings settings) {
        return tenant.sharedCalling(policy)
                .known()
                .flatMap(found -> found)
                .map(found -> Readiness.policy(found.name(), tenant, settings));
    }

    private static StepResult verified(Optional<Report<?>> report, Instant now) {
        var proof = report.map(it -> new FinalJudgement(it.overall(), FinalCheck.failing(it), now))
                .orElseGet(() -> new FinalJudgement(Overall.READY, List.of(), now));
        return new StepResult.Verified(proof, proof.overall());
    }
}
