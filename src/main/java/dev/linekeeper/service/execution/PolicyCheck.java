package dev.linekeeper.service.execution;

import dev.linekeeper.core.policies.PolicyPlanner;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.Tenant;
import java.time.Instant;
import java.util.List;

/** The last look at a policy that was changed: whether it says what it was to say, and what the rules say of it then. */
final class PolicyCheck {
    private PolicyCheck() {}

    static StepResult judge(RequestDetails terms, Tenant tenant, JudgementSettings settings, Instant now) {
        SharedCallingChange change = PolicyPlanner.change(terms.plan());
        return tenant.sharedCalling(change.policy())
                .fold(
                        found -> terms.rehearsal() || found.equals(change.after())
                                ? verified(
                                        found.isPresent()
                                                ? judged(change, tenant, settings, now)
                                                : new FinalJudgement(Overall.READY, List.of(), now))
                                : new StepResult.Failed(
                                        StopReason.STATE_MOVED, "It said what it was to say and does not any more"),
                        why -> new StepResult.Retry(why, StopReason.GAVE_UP));
    }

    private static StepResult verified(FinalJudgement proof) {
        return new StepResult.Verified(proof, proof.overall());
    }

    private static FinalJudgement judged(
            SharedCallingChange change, Tenant tenant, JudgementSettings settings, Instant now) {
        var report = Readiness.policy(change.policy(), tenant, settings);
        return new FinalJudgement(report.overall(), FinalCheck.failing(report), now);
    }
}
