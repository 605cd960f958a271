package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.attestation.AttestationLines;
import dev.linekeeper.chat.cards.CallerIdCards;
import dev.linekeeper.chat.cards.EmergencyCards;
import dev.linekeeper.chat.cards.ImpactCards;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.PolicyEmergencyCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.WrittenNumber;
import dev.linekeeper.service.tenant.reading.ShownPerson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Commands about calls: which number is shown, what happens to emergency calls, and who could not call any more. */
final class CallingCommands {
    private final TenantView tenant;
    private final AttestationLines attested;

    CallingCommands(TenantView tenant, AttestationLines attested) {
        this.tenant = tenant;
        this.attested = attested;
    }

    List<Command> commands() {
        return List.of(
                command("caller-id")
                        .by(Role.HELPDESK, Role.ADMIN)
                        .reads()
                        .says(
                                "caller id of {person}",
                                "(caller id|callerid|caller-id|number) (for|from) {person}",
                                "(callerid|caller-id|number) of {person}",
                                "what (is|'s) the (caller id|number) (of|for) {person}",
                                "what's the (caller id|number) (of|for) {person}",
                                "(which|what) number does {person} show [when (calling|they call)]",
                                "(which|what) number do (people|others|they|customers) see when {person} calls [them]",
                                "what do (people|others|they|customers) see when {person} calls [them]")
                        .asks(Slot.PERSON)
                        .answers(invocation ->
                                callerId(tenant, "other", invocation.read(invocation.person(), tenant::shownInEffect))),
                command(CommandVerbs.EMERGENCY)
                        .by(Role.HELPDESK, Role.ADMIN)
                        .reads()
                        .says(
                                "emergency {thing}",
                                "emergency [(settings|calls|calling|call)] (of|for) {thing}",
                                "what happens (if|when) {thing} (dials|calls|rings) {digits}",
                                "(if|when) {thing} (dials|calls|rings) {digits}")
                        .asks(Slot.THING)
                        .answers(this::emergency),
                command("impact")
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .reads()
                        .says(
                                "impact {thing}",
                                "impact",
                                "impact of [(removing|deleting|losing|releasing)] {thing}",
                                "what happens (if|when) [(the|our)] [(number|account|policy)] {thing} (goes"
                                        + " away|goes|is gone|is removed|is deleted|is released|is ported)",
                                "what (happens|breaks) (if|when) (we|i) (lose|remove|delete|release|port) {thing}",
                                "(who|what) (uses|depends on) {thing}",
                                "(remove|delete|release) (number|account) {thing}",
                                "release policy {thing}")
                        .asks(Slot.THING)
                        .answers(this::impact));
    }

    static Sheet callerId(TenantView tenant, String whose, ShownPerson shown) {
        var snapshot = tenant.snapshot();
        return CallerIdCards.of(
                whose, tenant.readiness(snapshot).audit(shown.person()), NoteCards.asOf(snapshot.asOf(), shown.asOf()));
    }

    /** Of a person, or of everyone with a policy. */
    private Answer emergency(Invocation invocation) {
        return invocation
                .policyIn(Slot.THING)
                .<Answer>map(name -> {
                    var report = tenant.readiness(tenant.snapshot()).policy(name);
                    return attested.on(
                            PolicyEmergencyCards.of(PolicyEmergencyView.of(report)),
                            Optional.of(AttestedCase.of(report.subject())));
                })
                .orElseGet(() -> invocation.withPerson(Slot.THING, person -> {
                    var audit = tenant.readiness(tenant.snapshot())
                            .audit(invocation
                                    .read(person, tenant::shownInEffect)
                                    .person());
                    return attested.on(
                            EmergencyCards.of(
                                    person.displayName(), EmergencyView.of(audit), invocation.text(Slot.DIGITS)),
                            AttestedCase.of(audit.subject()));
                }));
    }

    /** What happens if a number, a resource account or a policy goes away. Nothing is taken away here. */
    private Answer impact(Invocation invocation) {
        invocation.tellMeanwhile(NoteCards::reading);
        var shared = tenant.snapshot().tenant();
        var number = invocation.numberIn(Slot.THING);
        if (number instanceof WrittenNumber.OneNumber(var meant)) {
            return ofNumber(invocation, meant);
        }
        return invocation
                .policyIn(Slot.THING)
                .map(policy -> listing(
                        invocation, policy, people -> Impact.ofPolicy(policy, shared, tenant.settings(), people)))
                .or(() -> invocation
                        .accountIn(Slot.THING)
                        .map(account -> listing(
                                invocation,
                                account.displayName(),
                                people -> Impact.ofAccount(account.id(), shared, tenant.settings(), people))))
                .orElseGet(() -> NoteCards.of(
                        Tone.INFO,
                        number instanceof WrittenNumber.UnclearNumber ? "chat.impact.which" : "chat.impact.nothing",
                        invocation.text(Slot.THING).orElse("")));
    }

    private Answer ofNumber(Invocation invocation, PhoneNumber number) {
        var shared = tenant.snapshot().tenant();
        return shared.numbers()
                        .known()
                        .filter(all -> all.keySet().stream()
                                .noneMatch(other ->
                                        other.equals(number) || other.base().equals(number)))
                        .isPresent()
                ? NoteCards.of(Tone.INFO, "chat.impact.not-listed", number)
                : listing(invocation, number, people -> Impact.ofNumber(number, shared, tenant.settings(), people));
    }

    private Answer listing(Invocation invocation, Object what, Function<Stream<Person>, Impact> impact) {
        Map<UserId, DirectoryEntry> entries = new LinkedHashMap<>();
        var people = new ArrayList<Person>();
        tenant.forEachPerson(person -> {
            entries.put(person.entry().id(), person.entry());
            people.add(person);
        });
        Impact found = impact.apply(people.stream());
        invocation.noteReads(Stream.of(found.loseOutbound(), found.callDifferently(), found.cannotTell())
                .flatMap(List::stream)
                .toList());
        var all = ImpactCards.of(what, found, entries);
        return ListingCards.of(all.title(), all.text(), all.rows());
    }
}
