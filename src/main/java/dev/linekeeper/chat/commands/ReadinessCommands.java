package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.attestation.AttestationLines;
import dev.linekeeper.chat.cards.DiagnosisCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.ReadinessCards;
import dev.linekeeper.chat.cards.ReadinessRows;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.fixes.FixButtons;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.diagnosis.Diagnosis;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.tenant.reading.ShownPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that say what stands between people, policies or accounts and Shared Calling. */
final class ReadinessCommands {
    /** One write for each person would take longer than checking them. */
    private static final int NOTED_TOGETHER = 500;

    private final TenantView tenant;
    private final AttestationLines attested;
    private final AcceptedGaps gaps;

    /** {@code gaps} is what people accept, which does not block an enrolment. */
    ReadinessCommands(TenantView tenant, AttestationLines attested, AcceptedGaps gaps) {
        this.tenant = tenant;
        this.attested = attested;
        this.gaps = gaps;
    }

    List<Command> commands() {
        return List.of(
                command(CommandVerbs.CHECK)
                        .by(Role.HELPDESK, Role.ADMIN)
                        .reads()
                        .greeting()
                        .says(
                                "check {thing}",
                                "(check|verify|readiness)",
                                "(verify|inspect|examine) {thing}",
                                "(check|verify|inspect|examine) [the] [shared calling] policy {thing}",
                                "(check|verify|inspect|examine) [the] [resource] account {thing}",
                                "check {thing} (with|for|under|against) {policy}",
                                "(is|are) {thing} ready [for shared calling]",
                                "(can|could) {thing} use shared calling",
                                "would {thing} be ready (with|for|under) {policy}",
                                "is {thing} (ok|okay|fine|set up|configured)",
                                "(readiness|status|state) of {thing}",
                                "how (is|are) {thing} (doing|set up)",
                                "what is (wrong|the matter) with {thing}",
                                "what's (wrong|the matter) with {thing}")
                        .asks(Slot.THING)
                        .answers(this::check),
                command("why")
                        .by(Role.HELPDESK, Role.ADMIN)
                        .reads()
                        .greeting()
                        .says(
                                "why can't {person} call",
                                "why (can't|cant|cannot|can not|couldn't|doesn't|isn't) {person}"
                                    + " (call|dial|phone|calling|able to call) [(out|anyone|anybody|people|outside)]",
                                "why is {person} (not able|unable) to (call|dial|phone) [out]",
                                "{person} (can't|cant|cannot|can not) (call|dial|phone)"
                                        + " [(out|anyone|anybody|people|outside)]",
                                "(diagnose|troubleshoot) {person}",
                                "why does calling not work for {person}")
                        .asks(Slot.PERSON)
                        .answers(this::why));
    }

    private Answer check(Invocation invocation) {
        if (invocation
                .text(Slot.THING)
                .filter(text -> text.matches("(?i)all|everyone|everybody|all people|every one"))
                .isPresent()) {
            return all(invocation);
        }
        return invocation
                .policyIn(Slot.THING)
                .map(this::policy)
                .or(() -> invocation.accountIn(Slot.THING).map(this::account))
                .orElseGet(() -> invocation.withPerson(
                        Slot.THING,
                        person -> invocation.text(Slot.POLICY).isPresent()
                                ? invocation.withPolicy(policy -> under(invocation, person, policy))
                                : audit(invocation, person)));
    }

    /** The card with what was attested on its lines, and with buttons for what can be put right or attested. */
    private Answer with(Answer.PersonReadiness card, Optional<AttestedCase> about) {
        return attested.on(FixButtons.on(card, about), about);
    }

    Answer policy(PolicyName name) {
        var snapshot = tenant.snapshot();
        var report = tenant.readiness(snapshot).policy(name);
        return with(
                ReadinessCards.ofPolicy(
                        Explanation.of("chat.check.policy", name),
                        report,
                        PolicyEmergencyView.of(report).verdict(),
                        snapshot.asOf(),
                        List.of(NoteCards.say("emergency " + name), NoteCards.say("policies"))),
                Optional.of(AttestedCase.of(report.subject())));
    }

    private Answer account(ResourceAccount account) {
        var snapshot = tenant.snapshot();
        var report = tenant.readiness(snapshot).account(account.id());
        return with(
                ReadinessCards.of(
                        Explanation.of("chat.check.account", account.displayName()),
                        report,
                        snapshot.asOf(),
                        List.of(NoteCards.say("accounts"))),
                Optional.of(AttestedCase.of(report.subject())));
    }

    Answer audit(Invocation invocation, DirectoryEntry entry) {
        var shown = invocation.read(entry, tenant::shown);
        var snapshot = tenant.snapshot();
        String upn = entry.userPrincipalName();
        var report = tenant.readiness(snapshot).audit(shown.person());
        return attested.on(
                FixButtons.on(
                        ReadinessCards.ofPerson(
                                Explanation.of("chat.check.person", entry.displayName()),
                                report,
                                shown.oldest(snapshot.asOf()),
                                List.of(
                                        new Suggestion(
                                                Explanation.of("chat.enrol.button"),
                                                "enrol " + upn,
                                                ChatInput.press(CommandVerbs.ENROL, Slot.PEOPLE, upn)),
                                        NoteCards.say("caller id of " + upn, "chat.caller-id.button"),
                                        NoteCards.say("emergency " + upn, "chat.emergency.button"))),
                        report.subject()),
                AttestedCase.of(report.subject()));
    }

    Answer under(Invocation invocation, DirectoryEntry entry, PolicyName policy) {
        var person = invocation.read(entry, tenant::person);
        var snapshot = tenant.snapshot();
        return with(
                ReadinessCards.ofPlan(
                        Explanation.of("chat.check.plan", entry.displayName(), policy),
                        Planner.enrol(person, tenant.readiness(snapshot), policy, false, gaps),
                        EmergencyVerdict.of(tenant.readiness(snapshot).audit(person)),
                        snapshot.asOf(),
                        List.of(NoteCards.say(
                                "enrol %s with %s".formatted(entry.userPrincipalName(), policy), "chat.enrol.button"))),
                Optional.of(AttestedCase.of(
                        tenant.readiness(snapshot).policy(policy).subject())));
    }

    private Answer all(Invocation invocation) {
        var everyone = new EveryoneChecked();
        invocation.tellMeanwhile(everyone::soFar);
        var snapshot = tenant.snapshot();
        var readiness = tenant.readiness(snapshot);
        var looked = new ArrayList<UserId>();
        tenant.forEachPerson(person -> {
            looked.add(person.id());
            if (looked.size() == NOTED_TOGETHER) {
                invocation.noteReads(looked);
                looked.clear();
            }
            var audit = readiness.audit(person);
            var emergency = EmergencyVerdict.of(audit);
            everyone.add(ReadinessRows.ofPerson(person.entry(), audit, emergency), emergency.level());
        });
        invocation.noteReads(looked);
        return everyone.card(snapshot.asOf());
    }

    private Answer why(Invocation invocation) {
        return diagnosis(invocation.read(invocation.person(), tenant::shown));
    }

    /** Why somebody cannot call. */
    private Answer diagnosis(ShownPerson shown) {
        var snapshot = tenant.snapshot();
        return DiagnosisCards.of(
                shown.person().entry(),
                Diagnosis.of(tenant.readiness(snapshot).audit(shown.person())),
                NoteCards.asOf(snapshot.asOf(), shown.asOf()));
    }
}
