package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.audit.AuditWords;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands about the audit trail: who did what, and a document that proves it. Both are looks that are recorded. */
final class AuditCommands {
    private static final int LATEST = 50;

    private final AuditTrail trail;
    private final AuditWatch watch;
    private final AuditWords words;
    private final Roles roles;
    private final RequestStore store;

    AuditCommands(AuditTrail trail, AuditWatch watch, DisplayNames names, Roles roles, RequestStore store) {
        this.trail = trail;
        this.watch = watch;
        this.words = new AuditWords(names);
        this.roles = roles;
        this.store = store;
    }

    List<Command> commands() {
        return List.of(
                command("audit")
                        .by(Role.AUDITOR)
                        .reads()
                        .greeting()
                        .says(
                                "audit {thing}",
                                "audit",
                                "(audit|timeline|trail) (of|for) {thing}",
                                "who (approved|denied|changed|enrolled|moved|removed) {thing}",
                                "what happened (to|with) {thing}")
                        .asks(Slot.THING)
                        .answers(this::audit),
                command("evidence")
                        .by(Role.AUDITOR, Role.APPROVER)
                        .personal()
                        .says("evidence {request}", "evidence", "(evidence|proof) (of|for|about) [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(this::evidence));
    }

    /** Who did what, when: of a request, or concerning a person; and whether the chain of records is whole. */
    private Answer audit(Invocation invocation) {
        return invocation
                .requestIn(Slot.THING)
                .map(request -> {
                    List<AuditRecord> records = trail.of(request);
                    noteRead(invocation, request, records);
                    return timeline(request.toString(), records, NoteCards.say("evidence " + request.number()));
                })
                .orElseGet(() -> invocation.withPerson(Slot.THING, person -> {
                    invocation.noteRead(person.id());
                    return timeline(person.displayName(), trail.of(person.id(), LATEST), NoteCards.say("help"));
                }));
    }

    private static void noteRead(Invocation invocation, RequestId request, List<AuditRecord> records) {
        records.stream()
                .flatMap(record -> record.entry().person().stream())
                .findFirst()
                .ifPresent(person -> invocation.noteRead(request, person));
    }

    private Answer timeline(String of, List<AuditRecord> records, Suggestion next) {
        return ListingCards.of(
                Explanation.of("chat.audit.title", Explanation.of("chat.name", of)),
                chain(watch.checkWhole()),
                records.stream().map(record -> row(record.entry())).toList(),
                List.of(next));
    }

    private static Explanation chain(Verification verification) {
        return switch (verification) {
            case Verification.ChainWhole(var records, var head) ->
                Explanation.of("chat.audit.unbroken", records, head.substring(0, 8));
            case Verification.ChainBroken(var number, var why) -> Explanation.of("chat.audit.broken", number, why);
        };
    }

    private Row row(AuditEntry entry) {
        return new Row(
                entry.action() == Action.REFUSED || entry.action() == Action.STOPPED ? Tone.WARNING : Tone.INFO,
                words.headline(entry),
                words.detail(entry),
                Optional.empty());
    }

    /** What to hand on about a request, to copy out of the card; for approvers of those they were asked to decide. Who looked at it is in the pack of the shell. */
    private Answer evidence(Invocation invocation) {
        RequestId request = invocation.request();
        Set<UserId> approvers = store.find(request)
                .map(found -> found.request().terms().approvers())
                .orElse(Set.of());
        if (!CheckRequest.mayLook(roles, Set.of(Role.AUDITOR), invocation.caller(), approvers)) {
            return NoteCards.of(Tone.STOP, "chat.check-request.not-asked", request);
        }
        var pack = watch.evidence(request).withoutReads();
        if (pack.records().isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.no-such-request", request);
        }
        noteRead(invocation, request, pack.records());
        return new Answer.Script(
                Explanation.of("chat.evidence.title", request),
                chain(pack.chain()),
                pack.lines(),
                List.of(
                        NoteCards.say("audit " + request.number()),
                        NoteCards.say("request " + request.number(), "chat.check-request.back")));
    }
}
