package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.bulk.MemberFilter;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.NeutralRequestCard;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.BatchStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is in a batch and how far each is, some at a time: all, those in one state, or those of a name. */
record BatchPeople(BatchStore store, BatchCards cards, DisplayNames names) {
    private static final String NAMED = "people-named";
    private static final int PAGE = 25;
    private static final int AT_ONCE = 500;

    List<Command> statements() {
        return List.of(people(), named());
    }

    private Command people() {
        return command(CommandVerbs.PEOPLE)
                .by(NeutralRequestCard.READERS)
                .says(
                        "people in {request}",
                        "people",
                        "people in {request} named {thing}",
                        "(people|everybody|everyone|members|who [is|are]) (in|of) [request] {request} [{thing}]")
                .asks(Slot.REQUEST)
                .answers(invocation ->
                        people(invocation, invocation.text(Slot.THING).orElse("")));
    }

    /** The same by a name, which a field takes. */
    private Command named() {
        return command(NAMED)
                .by(NeutralRequestCard.READERS)
                .says("find {thing} in {request}", "(find|search|look for) {thing} in [request] {request}")
                .asks(Slot.REQUEST, Slot.THING)
                .answers(invocation -> people(
                        invocation, "named " + invocation.text(Slot.THING).orElse("")));
    }

    private Answer people(Invocation invocation, String said) {
        RequestId id = invocation.request();
        Optional<Batch> batch = store.find(id).map(BatchStore.StoredBatch::batch);
        if (batch.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.batch.none", id);
        }
        invocation.noteReadOfMany();
        MemberFilter filter = MemberFilter.of(said);
        List<Request> some = some(id, filter);
        List<Row> rows = some.stream().limit(PAGE).map(this::row).toList();
        var buttons = new ArrayList<Suggestion>();
        if (some.size() > PAGE) {
            buttons.add(show(
                    id,
                    Explanation.of("chat.batch.next"),
                    filter.after(some.get(PAGE - 1).id())));
        }
        buttons.addAll(others(id, filter));
        return listing(batch.get(), rows, buttons);
    }

    /** A page of them and one more, if there is one. */
    private List<Request> some(RequestId id, MemberFilter filter) {
        if (filter.name().isEmpty()) {
            return store.in(id, filter.states(), filter.after(), PAGE + 1);
        }
        names.remember(store.people(id));
        var some = new ArrayList<Request>();
        RequestId after = filter.after();
        List<Request> read = List.of();
        do {
            read = store.in(id, filter.states(), after, AT_ONCE);
            read.stream()
                    .filter(member -> filter.admits(names.of(member.terms().subject())))
                    .forEach(some::add);
            after = read.isEmpty() ? after : read.getLast().id();
        } while (read.size() == AT_ONCE && some.size() <= PAGE);
        return some;
    }

    /** Ways to look at fewer, or at all again. */
    private List<Suggestion> others(RequestId id, MemberFilter filter) {
        var buttons = new ArrayList<Suggestion>();
        var progress = store.progress(id);
        if (progress.size() > 1) {
            progress.forEach((state, people) -> {
                if (!filter.state().equals(Optional.of(MemberFilter.word(state)))) {
                    buttons.add(show(
                            id,
                            Explanation.of("chat.batch.state." + state, people),
                            MemberFilter.of(MemberFilter.word(state))));
                }
            });
        }
        if (filter.state().isPresent() || filter.name().isPresent()) {
            buttons.add(show(id, Explanation.of("chat.batch.everybody"), MemberFilter.of("")));
        }
        String number = Long.toString(id.number());
        buttons.add(
                new Suggestion(Explanation.of("chat.batch.find"), "", ChatInput.press(NAMED, Slot.REQUEST, number)));
        return buttons;
    }

    Listing listing(Batch batch, List<Row> rows, List<Suggestion> next) {
        var suggestions = new ArrayList<>(next);
        suggestions.add(NoteCards.say("request " + batch.id().number()));
        return new Listing(
                Explanation.of("chat.requests.row", batch.id(), cards.title(batch)),
                cards.status(batch),
                rows,
                0,
                suggestions);
    }

    private static Suggestion show(RequestId batch, Explanation label, MemberFilter filter) {
        String number = Long.toString(batch.number());
        return new Suggestion(
                label,
                "people in %s %s".formatted(number, filter).strip(),
                ChatInput.press(CommandVerbs.PEOPLE, Slot.REQUEST, number).with(Slot.THING, filter.toString()));
    }

    private Row row(Request member) {
        return new Row(
                RequestCommands.tone(member),
                RequestCards.name(names.of(member.terms().subject())),
                RequestTexts.status(member, names),
                Optional.of(ChatInput.press(
                        CommandVerbs.REQUEST,
                        Slot.REQUEST,
                        Long.toString(member.id().number()))));
    }
}
