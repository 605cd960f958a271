package dev.linekeeper.chat.fixes;

import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.PersonReadiness.RuleLine;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Buttons that ask for failing rules to be put right. A cause has one, however many policies and people fail by it. */
public final class FixButtons {
    /** More would hide the rest of a list. */
    private static final int SHOWN = 5;

    private static final Set<String> MARKS = Stream.of(Outcome.values())
            .filter(Fixable::isAmiss)
            .map(Outcome::name)
            .collect(Collectors.toUnmodifiableSet());

    private record FailingAccount(Fixable what, UserId account) {}

    private FixButtons() {}

    /** The card with a button for each failing rule that is ours to put right; those of {@code about} stand behind it. */
    public static PersonReadiness on(PersonReadiness card, Optional<AttestedCase> about) {
        var buttons = about.stream()
                .flatMap(it -> Stream.concat(
                                card.checks().stream()
                                        .filter(line -> MARKS.contains(line.mark()))
                                        .map(RuleLine::rule)
                                        .map(RuleId::new),
                                Stream.of(Fixable.EMERGENCY_ROUTING.rule()))
                        .distinct()
                        .flatMap(rule -> button(rule, it).stream()));
        return new PersonReadiness(
                card.title(),
                card.tone(),
                card.verdict(),
                card.passed(),
                card.total(),
                card.checks(),
                card.asOf(),
                Stream.concat(buttons, card.suggestions().stream()).toList());
    }

    /** The buttons of many policies, one for each cause. */
    public static List<Suggestion> of(List<Report<PolicyCase>> policies) {
        var causes = new HashSet<FailingAccount>();
        return policies.stream()
                .flatMap(report -> {
                    var about = AttestedCase.of(report.subject());
                    return Stream.concat(
                                    report.findings().stream()
                                            .filter(finding -> Fixable.isAmiss(finding.outcome()))
                                            .map(finding -> finding.rule().id()),
                                    Stream.of(Fixable.EMERGENCY_ROUTING.rule()))
                            .filter(rule -> Fixable.of(rule)
                                    .flatMap(what -> about.account().map(it -> new FailingAccount(what, it.id())))
                                    .filter(causes::add)
                                    .isPresent())
                            .flatMap(rule -> button(rule, about).stream());
                })
                .limit(SHOWN)
                .toList();
    }

    /** The button for a rule that fails; empty where it is not ours to put right. */
    public static Optional<Suggestion> button(RuleId rule, AttestedCase about) {
        Optional<AccountCase> account = about.account();
        return Fixable.of(rule)
                .filter(what -> account.filter(what::isOurs).isPresent())
                .map(_ -> new Suggestion(
                        FixTexts.say("button", rule.value(), about.written()),
                        "fix %s for %s".formatted(rule, about.written()),
                        new ButtonPress(
                                FixCommands.FIX,
                                Map.of(Slot.RULE.key(), rule.value(), Slot.THING.key(), about.written()))));
    }
}
