package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.enrolment.AwaitingDecision;
import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.RequestStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The latest requests; those that wait for a decision come first. */
final class ListRequests implements Command {
    private static final int LATEST = 25;

    private final RequestStore store;
    private final RequestCards cards;
    private final Lookup lookup;

    ListRequests(RequestStore store, RequestCards cards, Lookup lookup) {
        this.store = store;
        this.cards = cards;
        this.lookup = lookup;
    }

    @Override
    public String verb() {
        return "requests";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("requests"),
                Phrase.of("[(show|list)] [(all|my|the)] (open|pending|waiting|latest|recent) requests"),
                Phrase.of("(show|list|my|all) [(the|all|my)] requests"),
                Phrase.of("(pending|queue|inbox|approvals)"),
                Phrase.of("(what|which requests) (is|are) (waiting|pending|open)"),
                Phrase.of("what's (waiting|pending|open)"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN, Role.APPROVER, Role.AUDITOR);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        List<AwaitingDecision> waiting = store.awaitingDecision();
        var rows = new ArrayList<Row>();
        waiting.forEach(request -> rows.add(row(request)));
        store.latest(LATEST).stream()
                .filter(request -> !(request instanceof AwaitingDecision))
                .forEach(request -> rows.add(row(request)));
        return Listings.of(
                Explanation.of("chat.requests.title"), Explanation.of("chat.requests.text", waiting.size()), rows);
    }

    private Row row(Request request) {
        return new Row(
                tone(request),
                Explanation.of("chat.requests.row", request.id(), cards.title(request.terms())),
                RequestWords.status(request, lookup),
                Optional.of(new Ask.Pressed(
                        "request",
                        Map.of(Slot.REQUEST.key(), Long.toString(request.id().number())))));
    }

    private static Tone tone(Request request) {
        return switch (request) {
            case AwaitingDecision _, Request.Approved _, Request.Applying _ -> Tone.INFO;
            case Request.Completed _ -> Tone.GOOD;
            case Request.PartlyApplied _, Request.Overtaken _, Request.Expired _ -> Tone.WARNING;
            case Request.Rejected _, Request.Cancelled _, Request.Undone _ -> Tone.STOP;
        };
    }
}
