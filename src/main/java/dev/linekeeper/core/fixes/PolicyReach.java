package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.core.tenant.person.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a change of a policy reaches: who has it, for whom rules fail now, and which rules it would leave worse for somebody. */
final class PolicyReach {
    private final PolicyFix<?> fix;
    private final Readiness now;
    private final Readiness then;
    private final Map<RuleId, Finding<PersonCase>> worse = new LinkedHashMap<>();
    private final ShownTally shown = new ShownTally();
    private int having;
    private int under;
    private int unread;
    private int failing;

    /** Nobody has been looked at yet. */
    PolicyReach(PolicyFix<?> fix, Readiness now, Readiness then) {
        this.fix = fix;
        this.now = now;
        this.then = then;
    }

    /** Takes in one person more; nobody has one that is made, and people of Shared Calling wait for it. */
    void look(Person person) {
        switch (person.policy(fix.kind())) {
            case Fact.Missing<Assignment> _ -> unread++;
            case Fact.Known<Assignment> _ when fix.before().isEmpty() -> failing += lacks(now.audit(person)) ? 1 : 0;
            case Fact.Known(var has, _, _)
            when has.policy().equals(fix.name()) -> {
                having++;
                compare(now.audit(person), then.audit(person));
            }
            case Fact.Known<Assignment> _ -> {}
        }
    }

    /** Whether somebody of Shared Calling waits for it. */
    private boolean lacks(Report<PersonCase> report) {
        return fails(report) && account(report).isPresent();
    }

    private static Optional<AccountCase> account(Report<PersonCase> report) {
        return Fact.present(report.subject().sharedCalling().flatMap(PolicyCase::account));
    }

    private void compare(Report<PersonCase> before, Report<PersonCase> after) {
        if (account(before).filter(it -> it.id().equals(fix.account())).isPresent()) {
            under++;
        }
        if (fails(before)) {
            failing++;
        }
        if (fix instanceof CallerIdPolicy) {
            shown.look(before, after);
        }
        after.findings().stream()
                .filter(finding -> gravity(finding) > gravity(before.finding(finding.rule())))
                .forEach(finding -> worse.putIfAbsent(finding.rule().id(), finding));
    }

    private boolean fails(Report<PersonCase> report) {
        return Fixable.of(fix).rules().stream().map(report::outcome).anyMatch(Fixable::isAmiss);
    }

    private static int gravity(Finding<?> finding) {
        return switch (finding.outcome()) {
            case FAIL -> 2;
            case WARN -> 1;
            case PASS, INFO, MANUAL, NA, UNKNOWN -> 0;
        };
    }

    int having() {
        return having;
    }

    /** Of those who have it, how many call by the account it is to be right for. */
    int under() {
        return under;
    }

    /** Of how many it is not known whether they have it. */
    int unread() {
        return unread;
    }

    /** For how many a rule that it is for fails now. */
    int failing() {
        return failing;
    }

    /** Who will show another number. */
    Explanation shown() {
        return shown.said();
    }

    List<Finding<PersonCase>> worse() {
        return List.copyOf(worse.values());
    }
}
