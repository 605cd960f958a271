package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who did what, when: of a request, or concerning a person; and whether the chain of records is whole. */
final class Audit implements Command {
    private static final int LATEST = 50;

    private final AuditTrail trail;
    private final Lookup lookup;

    Audit(AuditTrail trail, Lookup lookup) {
        this.trail = trail;
        this.lookup = lookup;
    }

    @Override
    public String verb() {
        return "audit";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("audit {thing}"),
                Phrase.of("audit"),
                Phrase.of("(audit|history|timeline|trail) (of|for) {thing}"),
                Phrase.of("who (approved|denied|changed|enrolled|moved|removed) {thing}"),
                Phrase.of("what happened (to|with) {thing}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AUDITOR);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        Optional<String> thing = slots.text(Slot.THING).or(() -> slots.text(Slot.REQUEST));
        if (thing.isEmpty()) {
            return Forms.of(verb(), "audit {thing}", List.of(Forms.text(Slot.THING, true, "")));
        }
        Optional<RequestId> request = RequestId.parse(thing.get());
        if (request.isPresent()) {
            return timeline(RequestCards.name(request.get().toString()), trail.of(request.get()));
        }
        return switch (lookup.person(
                thing.get(),
                caller,
                name -> new Ask.Pressed(verb(), slots.with(Slot.THING, name).inputs()))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var person) -> {
                lookup.read(caller, person.id(), verb());
                yield timeline(RequestCards.name(person.displayName()), trail.of(person.id(), LATEST));
            }
        };
    }

    private Answer timeline(Explanation of, List<AuditRecord> records) {
        return Listings.of(
                Explanation.of("chat.audit.title", of),
                chain(trail.verify()),
                records.stream().map(record -> row(record.entry())).toList());
    }

    private static Explanation chain(Verification verification) {
        return switch (verification) {
            case Verification.Unbroken(var records, var head) ->
                Explanation.of("chat.audit.unbroken", records, head.substring(0, 8));
            case Verification.Broken(var number, var why) -> Explanation.of("chat.audit.broken", number, why);
        };
    }

    private Row row(AuditEntry entry) {
        String actor = entry.actor().map(lookup::name).orElse("Linekeeper");
        String details = String.join(
                ", ",
                entry.details().entrySet().stream()
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .toList());
        return new Row(
                entry.action() == AuditEntry.Action.REFUSED || entry.action() == AuditEntry.Action.STOPPED
                        ? Tone.WARNING
                        : Tone.INFO,
                Explanation.of(
                        "chat.audit.row",
                        entry.at(),
                        actor,
                        Explanation.of("chat.audit.action." + entry.action().name())),
                Explanation.of("chat.name", details),
                Optional.empty());
    }
}
