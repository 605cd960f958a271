package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.readiness.Overall;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;

/** The result of planning for one person, as the plan command prints it. */
record PlanOutput(String user, PolicyName policy, PlanResult.WithReport result) {
    /** The report's own word, unless the state before could not be read and so could not be restored. */
    Overall overall() {
        return result instanceof PlanResult.NotVerified ? Overall.NOT_VERIFIED : result.report().overall();
    }

    Optional<Plan> plan() {
        return result instanceof PlanResult.Ready(var plan, _) ? Optional.of(plan) : Optional.empty();
    }

    List<Step> steps() {
        return plan().map(Plan::steps).orElse(List.of());
    }

    String json(Json json) {
        var steps = Json.MAPPER.createArrayNode();
        steps().forEach(step -> steps.add(Json.step(step)));
        return Json.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Json.MAPPER
                        .createObjectNode()
                        .put("user", user)
                        .put("policy", policy.value())
                        .put("overall", overall().name())
                        .set("steps", steps)
                        .set("findings", json.findings(result.report().findings())));
    }

    void csv(Csv csv) {
        csv.row(List.of("user", "policy", "overall", "step", "target", "before", "after"));
        if (steps().isEmpty()) {
            csv.row(List.of(user, policy.value(), overall().name(), "", "", "", ""));
        }
        for (var step : steps()) {
            csv.row(List.of(
                    user,
                    policy.value(),
                    overall().name(),
                    step.name().name(),
                    step.target(),
                    step.before(),
                    step.after()));
        }
    }
}
