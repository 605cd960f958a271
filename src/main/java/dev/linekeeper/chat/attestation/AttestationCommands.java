package dev.linekeeper.chat.attestation;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.attestation.AttestableRules;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.attestation.EvidenceLink;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.AttestationDesk.Statement;
import dev.linekeeper.service.people.Role;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Commands about what no API tells.
 *
 * @param attester the role of those who may attest
 */
public record AttestationCommands(
        AttestationDesk desk,
        AttestationLines lines,
        AttestationList list,
        TenantView tenant,
        Days days,
        Role attester,
        TestCallCommands tests) {
    static final String ATTEST = "attest";
    static final String WITHDRAW = "withdraw";

    public List<Command> commands() {
        return Stream.concat(statements().stream(), tests.commands().stream()).toList();
    }

    private List<Command> statements() {
        return List.of(
                command("attestations")
                        .by(EnumSet.of(Role.HELPDESK, Role.ADMIN, Role.AUDITOR, attester))
                        .reads()
                        .says(
                                "attestations",
                                "(show|list) [(all|the)] attestations",
                                "what (is|was) attested",
                                "who attested what")
                        .answers(_ -> list.card()),
                command(ATTEST)
                        .by(attester)
                        .says(
                                "attest {rule} for {thing} because {reason} [until {end}] [evidence {link}]",
                                ATTEST,
                                "attest {rule} [(for|of|on) {thing}] [(because|since|as) {reason}]"
                                        + " [(until|till|through) {end}] [(evidence|see) {link}]",
                                "attest {rule} (for|of|on) {thing} (until|till|through) {end}"
                                        + " [(because|since|as) {reason}] [(evidence|see) {link}]",
                                "attest {rule} (for|of|on) {thing} because {reason} (evidence|see) {link}"
                                        + " (until|till|through) {end}")
                        .asks(Slot.RULE, Slot.THING, Slot.REASON)
                        .offers(Slot.END, Slot.LINK)
                        .labelled(Slot.REASON, "card.field.attested-because")
                        .labelled(Slot.END, "card.field.attested-until")
                        .answers(this::attest),
                command(WITHDRAW)
                        .by(attester)
                        .says(
                                "withdraw {rule} for {thing}",
                                WITHDRAW,
                                "(withdraw|take back) [(the attestation of|attestation)] {rule} [(for|of|on) {thing}]")
                        .asks(Slot.RULE, Slot.THING)
                        .answers(this::withdraw));
    }

    private Answer attest(Invocation invocation) {
        Optional<String> written = invocation.text(Slot.LINK);
        Optional<URI> link = written.flatMap(EvidenceLink::of);
        if (written.isPresent() && link.isEmpty()) {
            return AttestationTexts.noLink(written.get());
        }
        return ofOne(
                invocation,
                (rule, about) -> days.with(
                        invocation,
                        days -> AttestationTexts.note(desk.attest(
                                rule,
                                about,
                                new Statement(
                                        invocation.caller().id(),
                                        days.flatMap(Schedule::end),
                                        invocation.reason(),
                                        link)))));
    }

    private Answer withdraw(Invocation invocation) {
        return ofOne(
                invocation,
                (rule, about) -> AttestationTexts.note(
                        desk.withdraw(rule, about, invocation.caller().id())));
    }

    /** The rule and the policy or account that are named, as they are now. */
    private Answer ofOne(Invocation invocation, BiFunction<RuleId, AttestedCase, Answer> answer) {
        String written = invocation.text(Slot.RULE).orElse("");
        var rule = AttestableRules.written(written);
        if (rule.isEmpty()) {
            return AttestationTexts.noSuchRule(written);
        }
        var readiness = tenant.readiness(tenant.snapshot());
        return invocation
                .policyIn(Slot.THING)
                .map(policy -> AttestedCase.of(readiness.policy(policy).subject()))
                .or(() -> invocation
                        .accountIn(Slot.THING)
                        .map(account ->
                                AttestedCase.of(readiness.account(account.id()).subject())))
                .map(about -> answer.apply(rule.get(), about))
                .orElseGet(() ->
                        AttestationTexts.noSuchThing(invocation.text(Slot.THING).orElse("")));
    }
}
