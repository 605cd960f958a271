package dev.linekeeper.chat.attestation;

import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.PersonReadiness.RuleLine;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.EmergencyDetails;
import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.AttestationState;
import dev.linekeeper.core.attestation.AttestationTerms;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.attestation.AttestationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Adds to lines that ask a human what somebody attested. The verdict stays what it is; only the line says more. */
public record AttestationLines(
        AttestationStore store, AttestationTerms terms, DisplayNames names, TestCallLines tests, Clock clock) {
    /** An attestation and how it stands now. */
    record Testimony(Attestation said, AttestationState state) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), terms.zone());
    }

    /** What was said last of that, and how it stands; empty where nobody said anything, or it was taken back. */
    Optional<Testimony> standing(RuleId rule, AttestedCase about) {
        return about.subject(rule)
                .flatMap(subject -> store.newest(rule, subject))
                .map(said -> new Testimony(said, said.state(today(), terms.remindBefore(), about.about(rule))))
                .filter(it -> it.state() != AttestationState.WITHDRAWN);
    }

    /** The card with what was attested on its lines, and a button for each line that nobody answered for. */
    public PersonReadiness on(PersonReadiness card, Optional<AttestedCase> about) {
        return about.map(it -> on(card, it)).orElse(card);
    }

    private PersonReadiness on(PersonReadiness card, AttestedCase about) {
        var lines = new ArrayList<RuleLine>();
        var buttons = new ArrayList<>(card.suggestions());
        for (var line : card.checks()) {
            var rule = new RuleId(line.rule());
            if (!line.mark().equals(Outcome.MANUAL.name())
                    || about.subject(rule).isEmpty()) {
                lines.add(line);
                continue;
            }
            var standing = standing(rule, about);
            lines.add(standing.map(it -> with(line, it)).orElse(line));
            if (standing.filter(it -> it.state() == AttestationState.HOLDS).isEmpty()) {
                buttons.add(attest(rule, about.written()));
            }
        }
        return new PersonReadiness(
                card.title(),
                card.tone(),
                tested(card.verdict(), about),
                card.passed(),
                card.total(),
                lines,
                card.asOf(),
                buttons);
    }

    /** A verdict on a policy, or on somebody under it, with the last test calls. */
    public Explanation tested(Explanation verdict, AttestedCase about) {
        return about.policy().map(it -> tests.with(verdict, it.name())).orElse(verdict);
    }

    private RuleLine with(RuleLine line, Testimony standing) {
        return new RuleLine(
                line.mark(),
                line.rule(),
                line.title(),
                Optional.of(more(line.says().orElse(line.title()), standing)),
                line.remedy(),
                line.reasoning(),
                standing.said().evidence(),
                line.source());
    }

    /** What a rule asks a human, with what somebody attested of that thing. */
    public Explanation with(Explanation asks, RuleId rule, AttestedCase about) {
        return standing(rule, about).map(it -> more(asks, it)).orElse(asks);
    }

    private Explanation more(Explanation said, Testimony standing) {
        return AttestationTexts.say(
                "line", said, AttestationTexts.standing(standing.said(), standing.state(), names::of));
    }

    /** The card on emergency calls with what was attested on its lines that ask a human. */
    public Sheet on(Sheet card, Optional<AttestedCase> about) {
        return new Sheet(
                card.title(),
                card.tone(),
                about.map(it -> tested(card.verdict(), it)).orElse(card.verdict()),
                card.details().stream()
                        .map(detail -> EmergencyDetails.asks(detail.label())
                                .flatMap(rule -> about.flatMap(it -> standing(rule, it)))
                                .map(it -> new Sheet.Detail(detail.label(), more(detail.value(), it)))
                                .orElse(detail))
                        .toList(),
                card.notes(),
                card.suggestions());
    }

    /** The button that answers for a rule. */
    public static Suggestion attest(RuleId rule, String written) {
        return new Suggestion(
                AttestationTexts.say("button", rule.value()),
                "attest %s for %s".formatted(rule, written),
                new ButtonPress(
                        AttestationCommands.ATTEST, Map.of(Slot.RULE.key(), rule.value(), Slot.THING.key(), written)));
    }
}
