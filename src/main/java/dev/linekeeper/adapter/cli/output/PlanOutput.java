package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of planning for one person, as the plan command prints it.
 *
 * @param now the verdict on their emergency calls as things are
 */
public record PlanOutput(
        String user, PolicyName policy, PlanResult.WithReport result, EmergencyVerdict now, KeptStatements said) {
    /** The report's own word, unless the state before could not be read and so could not be restored. */
    public Overall overall() {
        return result instanceof PlanResult.NotVerified
                ? Overall.NOT_VERIFIED
                : result.report().overall(said.gaps().of(person(), policy));
    }

    /** Every finding, with what somebody attested. */
    List<Finding<PersonCase>> findings() {
        var report = result.report();
        return said.on(report.findings(), AttestedCase.of(report.subject()));
    }

    /** A verdict with the last test calls of the policy. */
    Explanation tested(Explanation verdict) {
        return said.tested(verdict, AttestedCase.of(result.report().subject()));
    }

    /** That an emergency gap is accepted for the person. */
    Fact<Optional<Explanation>> override() {
        return said.note(person());
    }

    private UserId person() {
        return result.report().subject().person().id();
    }

    Optional<Plan> plan() {
        return result instanceof PlanResult.Ready(var plan, _) ? Optional.of(plan) : Optional.empty();
    }

    List<Step> steps() {
        return plan().map(Plan::steps).orElse(List.of());
    }

    /**
     * The verdict on the person's emergency calls once the plan is applied, or as things are where there is none: a plan
     * says it in a sentence.
     */
    Explanation emergency() {
        return plan().flatMap(Plan::emergencyAfterwards).orElseGet(() -> now.headline());
    }

    public Map<String, @Nullable Object> json() {
        return said.into(
                person(),
                ShellJson.members(
                        "user", user,
                        "policy", policy,
                        "overall", overall(),
                        "emergencyNow", EmergencyOutput.verdict(now),
                        "emergency", emergency(),
                        "steps", steps(),
                        "findings", findings()));
    }

    public void csv(CsvWriter csv) {
        csv.row("user", "policy", "overall", "step", "target", "before", "after", "emergencyNow", "emergency");
        if (steps().isEmpty()) {
            csv.row(user, policy, overall(), "", "", "", "", now.headline(), emergency());
        }
        for (var step : steps()) {
            csv.row(
                    user,
                    policy,
                    overall(),
                    step.name(),
                    step.target(),
                    step.before(),
                    step.after(),
                    now.headline(),
                    emergency());
        }
    }
}
