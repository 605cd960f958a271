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
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.RuleId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** Missing policies fail nobody yet, and everybody who is enrolled. */
    private static final List<Fixable> MISSING = List.of(Fixable.EMERGENCY_ROUTING, Fixable.EMPTY_ROUTING);

    private record FailingThing(Fixable what, Object thing) {}

    private FixButtons() {}

    /** The card with a button for each failing rule that is ours to put right; those of {@code about} stand behind it. */
    public static PersonReadiness on(PersonReadiness card, Optional<AttestedCase> about) {
        return on(card, about, _ -> Optional.empty());
    }

    /** The card of a person, where a failing rule may be about a policy of theirs. */
    public static PersonReadiness on(PersonReadiness card, PersonCase person) {
        var about = AttestedCase.of(person);
        return on(
                card,
                about,
                what -> about.flatMap(AttestedCase::account).flatMap(account -> what.policyOf(person, account)));
    }

    private static PersonReadiness on(
            PersonReadiness card, Optional<AttestedCase> about, Function<Fixable, Optional<String>> policyOf) {
        var seen = new HashSet<Fixable>();
        var buttons = about.stream()
                .flatMap(it -> offering(card.checks().stream()
                                .filter(line -> MARKS.contains(line.mark()))
                                .map(RuleLine::rule)
                                .map(RuleId::new))
                        .filter(rule -> Fixable.of(rule).filter(seen::add).isPresent())
                        .flatMap(rule -> button(rule, it, Fixable.of(rule).flatMap(policyOf)).stream()));
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
        var causes = new HashSet<FailingThing>();
        return policies.stream()
                .flatMap(report -> {
                    var about = AttestedCase.of(report.subject());
                    return offering(report.findings().stream()
                                    .filter(finding -> Fixable.isAmiss(finding.outcome()))
                                    .map(finding -> finding.rule().id()))
                            .filter(rule -> Fixable.of(rule)
                                    .flatMap(what -> about.account().map(it -> new FailingThing(what, what.cause(it))))
                                    .filter(causes::add)
                                    .isPresent())
                            .flatMap(rule -> button(rule, about).stream());
                })
                .limit(SHOWN)
                .toList();
    }

    private static Stream<RuleId> offering(Stream<RuleId> failing) {
        return Stream.concat(failing, MISSING.stream().map(Fixable::rule)).distinct();
    }

    /** The button for a rule that fails; empty where it is not ours to put right. */
    public static Optional<Suggestion> button(RuleId rule, AttestedCase about) {
        return button(rule, about, Optional.empty());
    }

    private static Optional<Suggestion> button(RuleId rule, AttestedCase about, Optional<String> policy) {
        Optional<AccountCase> account = about.account();
        return Fixable.of(rule)
                .filter(what -> policy.isPresent() || !what.isOfPeople())
                .filter(what -> account.filter(it -> what.isOurs(it, policy)).isPresent())
                .map(_ -> new ButtonPress(
                        FixCommands.FIX, Map.of(Slot.RULE.key(), rule.value(), Slot.THING.key(), about.written())))
                .map(press -> new Suggestion(
                        FixTexts.say("button", rule.value(), policy.orElseGet(about::written)),
                        "fix %s for %s".formatted(rule, about.written())
                                + policy.map(" with %s"::formatted).orElse(""),
                        policy.map(it -> press.with(Slot.CHOICE, it)).orElse(press)));
    }
}
