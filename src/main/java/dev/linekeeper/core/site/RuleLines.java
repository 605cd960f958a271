package dev.linekeeper.core.site;

import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.SharedNumberRules;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Remedy;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Explanation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lines that rules decide: the gravest of what those of a step say. */
record RuleLines(SiteCase site, SiteTestimony testimony) {
    /** What the rules of the step say; waiting where they cannot be asked yet. */
    SiteLine of(SiteStep step) {
        List<Finding<?>> findings =
                step.rules().stream().flatMap(rule -> site.find(rule).stream()).toList();
        List<Finding<?>> told = findings.stream()
                .filter(finding -> finding.outcome() != Outcome.NA)
                .filter(finding -> matters(step, finding))
                .toList();
        if (told.isEmpty()) {
            return findings.stream()
                    .findFirst()
                    .map(Finding::verdict)
                    .filter(RuleLines::isForOthers)
                    .flatMap(Verdict::explanation)
                    .map(why -> SiteLine.of(step, LineState.NOT_NEEDED, why))
                    .orElseGet(() -> SiteLine.of(step, LineState.WAITS));
        }
        var state = told.stream().map(this::state).min(LineState::compareTo).orElseThrow();
        var deciding = told.stream().filter(finding -> state(finding) == state).toList();
        return new SiteLine(
                step,
                state,
                deciding.stream().flatMap(this::says).distinct().toList(),
                deciding.stream().<Rule<?>>map(Finding::rule).toList(),
                state == LineState.DONE
                        ? Optional.empty()
                        : deciding.getFirst().rule().remedyText(),
                job(step, deciding.getFirst()),
                List.of(),
                state == LineState.UNREAD
                        ? deciding.stream().anyMatch(finding -> finding.rule().mayFail())
                        : !state.isSettled());
    }

    /** Whether the rule is about another kind of number, and does not only wait for another rule. */
    private static boolean isForOthers(Verdict verdict) {
        return verdict instanceof Verdict.NotApplicable && !Verdicts.isUnmet(verdict);
    }

    /** How many licences are free matters only to an account that has none. */
    private boolean matters(SiteStep step, Finding<?> finding) {
        return step != SiteStep.LICENCE
                || finding.rule().id().equals(AccountRules.LICENSED.id())
                || site.find(AccountRules.LICENSED)
                        .filter(licence -> licence.outcome() == Outcome.FAIL)
                        .isPresent();
    }

    private LineState state(Finding<?> finding) {
        return switch (finding.outcome()) {
            case FAIL -> LineState.NOT_DONE;
            case UNKNOWN -> LineState.UNREAD;
            case WARN -> LineState.WARNING;
            case MANUAL -> until(finding).isPresent() ? LineState.ATTESTED : LineState.MANUAL;
            case PASS, INFO -> LineState.DONE;
            case NA -> LineState.NOT_NEEDED;
        };
    }

    private Stream<Explanation> says(Finding<?> finding) {
        return finding.explanation().stream()
                .map(said -> until(finding)
                        .map(day -> Explanation.of("site.attested", said, day))
                        .orElse(said));
    }

    private Optional<LocalDate> until(Finding<?> finding) {
        return finding.outcome() == Outcome.MANUAL
                ? site.attested()
                        .flatMap(about ->
                                testimony.attested().apply(finding.rule().id(), about))
                : Optional.empty();
    }

    /** Ours where a fix is; else of whom the rule is, or the number, or the step. */
    private Job job(SiteStep step, Finding<?> finding) {
        var rule = finding.rule();
        if (site.account()
                .map(Report::subject)
                .flatMap(account -> Fixable.of(rule.id()).filter(fix -> fix.isOurs(account)))
                .filter(_ -> Fixable.isAmiss(finding.outcome()))
                .isPresent()) {
            return Job.OURS;
        }
        if (rule.id().equals(RoutingRules.ACCOUNT_ROUTES.id())) {
            return Job.GATEWAY_TEAM;
        }
        return isOfOthers(step, finding) ? Job.OPERATOR : step.job();
    }

    private static boolean isOfOthers(SiteStep step, Finding<?> finding) {
        return finding.rule().id().equals(SharedNumberRules.LOCATION.id())
                ? finding.outcome() == Outcome.FAIL
                : step.job() == Job.TEAMS_ADMIN && finding.rule().remedy() instanceof Remedy.OutsideTeams<?>;
    }
}
