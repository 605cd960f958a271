package dev.linekeeper.chat.watch;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.watch.WatchDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands about people under Shared Calling who left, moved or lost the licence. */
public record WatchCommands(
        WatchDesk desk, BatchSubmission submission, BatchCards batches, RequestOutcomeCards outcomes) {
    public List<Command> commands() {
        return List.of(
                command("leavers")
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .reads()
                        .says(
                                "leavers",
                                "(leavers|movers)",
                                "(show|list) [(all|the)] (leavers|movers)",
                                "who (left|moved|has left|has moved)")
                        .answers(this::leavers),
                command("remove-leavers")
                        .by(Role.ADMIN)
                        .says(
                                "remove leavers [because {reason}]",
                                "(remove|unenrol|unenroll|offboard) [(all|the)] leavers"
                                        + " [(because|since|reason) [of] {reason}]")
                        .offers(Slot.REASON)
                        .answers(this::remove),
                command("ignore")
                        .by(Role.ADMIN)
                        .says("ignore {person}", "ignore", "leave {person} (alone|as they are)")
                        .asks(Slot.PERSON)
                        .answers(this::ignore));
    }

    private Answer leavers(Invocation invocation) {
        invocation.noteReadOfMany();
        List<WatchFinding> findings = desk.store().findings();
        var rows = findings.stream().map(WatchCommands::row).toList();
        List<Suggestion> buttons = findings.stream().anyMatch(WatchCommands::isToBeAsked)
                ? List.of(NoteCards.say("remove leavers", "chat.watch.remove-all"))
                : List.of();
        return ListingCards.of(
                Explanation.of("chat.watch.title"), Explanation.of("chat.watch.text", rows.size()), rows, buttons);
    }

    private static Row row(WatchFinding finding) {
        String key = "chat.watch.row." + finding.cause();
        return new Row(
                Tone.WARNING,
                RequestCards.name(finding.name()),
                finding.request()
                        .map(request -> Explanation.of(key + ".asked", finding.since(), request))
                        .orElseGet(() -> Explanation.of(key, finding.since(), finding.before())),
                finding.request()
                        .map(request ->
                                ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, Long.toString(request.number()))));
    }

    private static boolean isToBeAsked(WatchFinding finding) {
        return finding.cause() == WatchCause.DISABLED && finding.request().isEmpty();
    }

    /** Asks for everybody who is disabled and was not asked for, in the name of who says so. */
    private Answer remove(Invocation invocation) {
        List<WatchFinding> leavers = desk.store().findings().stream()
                .filter(WatchCommands::isToBeAsked)
                .toList();
        if (leavers.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.watch.none");
        }
        List<ChangeRequest> changes = leavers.stream()
                .map(finding -> new ChangeRequest(
                        invocation.caller().id(), new Intent.RemovePerson(finding.person(), true), invocation.reason()))
                .toList();
        var submitted = submission.submit(changes, Optional.empty(), _ -> true);
        return submitted
                .batch()
                .flatMap(batch ->
                        batches.of(batch.id(), invocation.caller(), Optional.of(Explanation.of("chat.asked.sent"))))
                .orElseGet(() -> {
                    var rows = new ArrayList<Row>();
                    var results = submitted.results().values().iterator();
                    leavers.forEach(finding -> rows.add(outcomes.row(finding.name(), results.next())));
                    return ListingCards.of(
                            Explanation.of("chat.watch.title"), Explanation.of("chat.watch.text", rows.size()), rows);
                });
    }

    private Answer ignore(Invocation invocation) {
        var person = invocation.person();
        boolean ignored = desk.ignore(invocation.caller().id(), person.id());
        return NoteCards.of(Tone.INFO, ignored ? "chat.watch.ignored" : "chat.watch.nothing", person.displayName());
    }
}
