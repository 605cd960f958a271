package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change behind people comes to, as the commands for it print it.
 *
 * @param command names the member that has the name of what changes: {@code policy} or {@code fix}
 * @param name of the policy, or the rule and the account
 * @param plan empty where there is none
 * @param refused why there is none
 * @param asked the request, where one was made
 */
public record PolicyOutput(
        String command, String name, Optional<Plan> plan, Optional<PolicyRefused> refused, Optional<RequestId> asked) {
    public PolicyOutput(String command, String name, PlanResult.OfPolicy result, Optional<RequestId> asked) {
        this(
                command,
                name,
                result instanceof PlanResult.PolicyReady(var plan, _)
                        ? Optional.of(plan)
                        : Optional.empty(),
                result instanceof PolicyRefused it ? Optional.of(it) : Optional.empty(),
                asked);
    }

    /** Of a plan that was asked for. */
    public PolicyOutput(String command, String name, Plan plan, RequestId asked) {
        this(command, name, Optional.of(plan), Optional.empty(), Optional.of(asked));
    }

    /** A plan for a person, or why there is none, as that of what stands behind people. */
    public static PlanResult.OfPolicy of(PlanResult.WithReport result, Subject subject) {
        return switch (result) {
            case PlanResult.Ready(var plan, var report) -> new PlanResult.PolicyReady(plan, report);
            case PlanResult.NothingToDo _ ->
                new PolicyRefused(subject, PolicyObstacle.NOTHING_TO_DO, List.of(), List.of());
            case PlanResult.Blocked(var report) ->
                new PolicyRefused(
                        subject,
                        PolicyObstacle.RULES,
                        report.blocking(),
                        report.with(Outcome.FAIL).stream()
                                .filter(finding -> !finding.willBeFixed())
                                .flatMap(finding -> finding.verdict().explanation().stream())
                                .toList());
            case PlanResult.NotVerified(var report, var unread) ->
                new PolicyRefused(
                        subject,
                        PolicyObstacle.NOT_READ,
                        List.of(),
                        unread.map(why -> Explanation.of("policy.not-read", why)).stream()
                                .toList());
        };
    }

    /** Whether it can be asked for, or is so already. */
    public boolean isFine() {
        return refused.filter(it -> !it.isThere()).isEmpty();
    }

    private String result() {
        return refused.map(it -> it.why().name()).orElse("READY");
    }

    private List<Step> steps() {
        return plan.map(Plan::steps).orElse(List.of());
    }

    private List<Explanation> reasons() {
        return refused.map(PolicyRefused::details)
                .orElseGet(() -> plan.map(it -> it.risk().why()).orElse(List.of()));
    }

    public Map<String, @Nullable Object> json() {
        return ShellJson.members(
                command,
                name,
                "result",
                result(),
                "rules",
                refused.map(PolicyRefused::rules).orElse(List.of()),
                "steps",
                steps(),
                "risk",
                plan.map(it -> it.risk().level()),
                "outlook",
                plan.map(Plan::outlook).orElse(List.of()),
                "reasons",
                reasons(),
                "asked",
                asked.map(RequestId::toString));
    }

    public void csv(CsvWriter csv) {
        csv.row(command, "result", "rules", "step", "target", "before", "after", "asked");
        if (steps().isEmpty()) {
            csv.row(name, result(), refused.map(PolicyRefused::rules).orElse(List.of()), "", "", "", "", "");
        }
        for (var step : steps()) {
            csv.row(
                    name,
                    result(),
                    "",
                    step.name(),
                    step.target(),
                    step.before(),
                    step.after(),
                    asked.map(RequestId::toString).orElse(""));
        }
    }

    public void table(Shell shell) {
        shell.line("%s: %s", shell.paint().bold(name), result());
        plan.ifPresentOrElse(
                it -> {
                    it.outlook().forEach(line -> shell.paragraph("  ", line));
                    new PlanTable(shell).print(it);
                },
                () -> reasons().forEach(line -> shell.paragraph("  ", line)));
        asked.ifPresent(id -> shell.line("  Asked: %s", id));
    }
}
