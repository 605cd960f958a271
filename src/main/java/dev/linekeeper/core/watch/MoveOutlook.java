package dev.linekeeper.core.watch;

import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a move means for a person's calls, by the rules that are judged.
 *
 * @param now the policy they call under
 * @param broken rules that do not hold and did before the move
 * @param fitting policies they could be moved to, those with the fewest warnings first
 */
public record MoveOutlook(Optional<PolicyName> now, List<Finding<PersonCase>> broken, List<PolicyName> fitting) {
    public MoveOutlook {
        broken = List.copyOf(broken);
        fitting = List.copyOf(fitting);
    }

    /** The outlook of somebody whose usage was in that country before; empty where it was in the same. */
    public static MoveOutlook of(Person person, Readiness readiness, Optional<Country> before) {
        Report<PersonCase> report = readiness.audit(person);
        Set<Rule<PersonCase>> brokenBefore = before
                .map(country -> readiness.audit(in(country, person)))
                .map(MoveOutlook::broken)
                .orElseGet(() -> broken(report))
                .stream()
                .map(Finding::rule)
                .collect(Collectors.toUnmodifiableSet());
        Optional<PolicyName> now =
                person.policy(PolicyKind.SHARED_CALLING).known().map(Assignment::policy);
        return new MoveOutlook(
                now,
                broken(report).stream()
                        .filter(finding -> !brokenBefore.contains(finding.rule()))
                        .toList(),
                fitting(person, readiness, now, report));
    }

    private static List<Finding<PersonCase>> broken(Report<PersonCase> report) {
        return report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.WARN)
                .toList();
    }

    private static List<PolicyName> fitting(
            Person person, Readiness readiness, Optional<PolicyName> now, Report<PersonCase> report) {
        record Fit(PolicyName policy, int warnings) {}
        return report.subject().tenant().policies(PolicyKind.SHARED_CALLING).known().orElse(Map.of()).keySet().stream()
                .filter(policy -> !policy.isGlobal() && !now.equals(Optional.of(policy)))
                .flatMap(policy -> Planner.enrol(person, readiness, policy, false)
                                instanceof PlanResult.Ready(_, var then)
                        ? Stream.of(new Fit(policy, then.with(Outcome.WARN).size()))
                        : Stream.empty())
                .sorted(Comparator.comparingInt(Fit::warnings)
                        .thenComparing(fit -> fit.policy().value()))
                .map(Fit::policy)
                .toList();
    }

    private static Person in(Country country, Person person) {
        DirectoryEntry entry = person.entry();
        return new Person(
                new DirectoryEntry(
                        entry.id(),
                        entry.userPrincipalName(),
                        entry.displayName(),
                        entry.department(),
                        entry.enabled(),
                        entry.usageLocation().map(_ -> Optional.of(country)),
                        entry.plans(),
                        entry.groups(),
                        entry.unreadGroups()),
                person.voice());
    }
}
