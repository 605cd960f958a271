package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What moving people from a policy that goes comes to, as the policy commands print it.
 *
 * @param plans of each policy and person, in their order; empty where there is none
 * @param names what each of them is about: a user principal name, or the name of a policy
 * @param result {@link #READY}, or why nothing can be asked for
 * @param why who or what stands in the way
 * @param asked the request, where one was made
 */
public record MoveOutput(
        PolicyMove move,
        List<Plan> plans,
        Map<Subject, String> names,
        String result,
        List<Explanation> why,
        Optional<RequestId> asked) {
    public static final String READY = "READY";

    /** Of what can be asked for; {@code everybody} is looked through for names. */
    public static MoveOutput of(PolicyMove move, List<Plan> plans, List<DirectoryEntry> everybody) {
        var people = everybody.stream()
                .collect(Collectors.<DirectoryEntry, Subject, String>toMap(
                        DirectoryEntry::id, DirectoryEntry::userPrincipalName));
        return new MoveOutput(move, plans, people, READY, List.of(), Optional.empty());
    }

    public static MoveOutput not(PolicyMove move, String result, List<Explanation> why) {
        return new MoveOutput(move, List.of(), Map.of(), result, why, Optional.empty());
    }

    public MoveOutput asked(RequestId id) {
        return new MoveOutput(move, plans, names, result, why, Optional.of(id));
    }

    private String name(Plan plan) {
        return names.getOrDefault(plan.subject(), plan.subject().toString());
    }

    private Optional<BatchPlan> whole() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(BatchPlan.of(plans));
    }

    private List<Explanation> reasons() {
        return whole().map(plan -> plan.risks().stream().map(CountedLine::text).toList())
                .orElse(why);
    }

    public Map<String, @Nullable Object> json() {
        return ShellJson.members(
                "policy", move.from(),
                "to", move.to(),
                "result", result,
                "members",
                        plans.stream()
                                .map(plan -> ShellJson.members("name", name(plan), "steps", plan.steps()))
                                .toList(),
                "risk", whole().map(BatchPlan::risk),
                "reasons", reasons(),
                "asked", asked.map(RequestId::toString));
    }

    public void csv(CsvWriter csv) {
        csv.row("policy", "to", "result", "name", "step", "target", "before", "after", "asked");
        if (plans.isEmpty()) {
            csv.row(move.from(), move.to(), result, "", "", "", "", "", "");
        }
        plans.forEach(plan -> plan.steps()
                .forEach(step -> csv.row(
                        move.from(),
                        move.to(),
                        result,
                        name(plan),
                        step.name(),
                        step.target(),
                        step.before(),
                        step.after(),
                        asked.map(RequestId::toString).orElse(""))));
    }

    public void table(Shell shell) {
        shell.line("%s → %s: %s", shell.paint().bold(move.from().value()), move.to(), result);
        whole().ifPresent(plan -> {
            plan.steps().forEach(line -> shell.paragraph("  %d × ".formatted(line.people()), line.text()));
            shell.line("  Risk: %s", plan.risk());
        });
        reasons().forEach(line -> shell.paragraph("    ", line));
        asked.ifPresent(id -> shell.line("  Asked: %s", id));
    }
}
