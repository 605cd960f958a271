package dev.linekeeper.chat.drift;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.drift.DriftDesk;
import dev.linekeeper.service.drift.DriftMove;
import dev.linekeeper.service.drift.DriftMove.DriftMoved;
import dev.linekeeper.service.drift.DriftMove.DriftMovedOn;
import dev.linekeeper.service.drift.DriftMove.NoSuchDrift;
import dev.linekeeper.service.drift.DriftPerson;
import dev.linekeeper.service.drift.StoredDrift;
import dev.linekeeper.service.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is said about what changed without us. */
public record DriftCommands(DriftDesk desk, DriftCards cards, DriftFile file) {
    private static final int PAGE = 25;

    public List<Command> commands() {
        return List.of(
                command("drift")
                        .by(DriftCards.READERS)
                        .reads()
                        .says(
                                "drift",
                                "(show|list|open|all) [(the|all)] drift",
                                "what changed (without|behind) (us|you)")
                        .answers(this::open),
                command(DriftCards.ONE)
                        .by(DriftCards.READERS)
                        .reads()
                        .says("drift {request}", "(show|open|see|status of) drift {request}")
                        .asks(Slot.REQUEST)
                        .answers(this::one),
                command(DriftCards.PEOPLE)
                        .by(DriftCards.READERS)
                        .personal()
                        .reads()
                        .says(
                                "people in drift {request}",
                                "(people|everybody|everyone|who [is|are]) (in|of) drift {request} [from {thing}]")
                        .asks(Slot.REQUEST)
                        .answers(this::people),
                command(DriftCards.REPORT)
                        .by(DriftCards.READERS)
                        .personal()
                        .reads()
                        .says("report of drift {request}", "(report|file|export|download) (of|for|on) drift {request}")
                        .asks(Slot.REQUEST)
                        .answers(this::report),
                command(DriftCards.ACCEPT)
                        .by(Role.ADMIN, Role.OWNER)
                        .says("accept drift {request}", "drift {request} is (fine|ok|okay|meant|wanted)")
                        .asks(Slot.REQUEST)
                        .answers(this::accept),
                command(DriftCards.PUT_BACK)
                        .by(Role.ADMIN)
                        .says(
                                "put back drift {request} [because {reason}]",
                                "put drift {request} back [(because|since|reason) [of] {reason}]",
                                "(undo|revert|restore) drift {request} [(because|since|reason) [of] {reason}]")
                        .asks(Slot.REQUEST)
                        .answers(this::putBack),
                command(DriftCards.ASK)
                        .by(Role.ADMIN)
                        .says(
                                "ask to put back drift {request}",
                                "ask (for|to put back) [the people of] drift {request}")
                        .asks(Slot.REQUEST)
                        .answers(this::ask));
    }

    private Answer open(Invocation invocation) {
        invocation.noteReadOfMany();
        return cards.list();
    }

    private Answer one(Invocation invocation) {
        invocation.noteReadOfMany();
        return cards.shown(invocation.request(), invocation.caller());
    }

    private Answer accept(Invocation invocation) {
        OptionalLong shown = invocation
                .text(Slot.THING)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
        return moved(invocation, desk.accept(invocation.caller().id(), invocation.request(), shown), "accepted");
    }

    private Answer putBack(Invocation invocation) {
        return desk.store()
                .find(invocation.request())
                .map(stored -> moved(
                        invocation,
                        desk.judge(invocation.caller().id(), invocation.request(), reason(invocation, stored)),
                        "judging"))
                .orElseGet(() -> DriftCards.none(invocation.request()));
    }

    /** Where none is given, what the drift is. */
    private static String reason(Invocation invocation, StoredDrift stored) {
        return invocation.reason().isEmpty()
                ? "%s: %s"
                        .formatted(
                                stored.drift().id(),
                                Wording.of(invocation.caller().locale()).say(DriftTexts.title(stored)))
                : invocation.reason();
    }

    private Answer ask(Invocation invocation) {
        return moved(invocation, desk.ask(invocation.caller().id(), invocation.request()), "asking");
    }

    private Answer moved(Invocation invocation, DriftMove move, String notice) {
        return switch (move) {
            case DriftMoved(var now) -> card(invocation, now, DriftTexts.say("notice." + notice));
            case DriftMovedOn(var now) -> card(invocation, now, DriftTexts.say("notice.moved-on"));
            case NoSuchDrift _ -> DriftCards.none(invocation.request());
        };
    }

    private Answer card(Invocation invocation, StoredDrift now, Explanation notice) {
        return cards.of(now.drift().id(), invocation.caller(), Optional.of(notice))
                .<Answer>map(card -> card)
                .orElseGet(() -> DriftCards.none(now.drift().id()));
    }

    private Answer report(Invocation invocation) {
        return file.offer(invocation.request(), invocation.caller().locale())
                .<Answer>map(Answer.OfferedFile::new)
                .orElseGet(() -> DriftCards.none(invocation.request()));
    }

    private Answer people(Invocation invocation) {
        RequestId id = invocation.request();
        int from = invocation
                .text(Slot.THING)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(1);
        return desk.store()
                .find(id)
                .<Answer>map(stored -> {
                    List<DriftPerson> some = desk.store().people(id, Math.max(0, from - 1), PAGE);
                    invocation.noteReads(some.stream().map(DriftPerson::person).toList());
                    var next = new ArrayList<Suggestion>();
                    if (from - 1 + PAGE < stored.people()) {
                        next.add(new Suggestion(
                                DriftTexts.say("next"),
                                "people in drift %d from %d".formatted(id.number(), from + PAGE),
                                DriftCards.press(DriftCards.PEOPLE, Long.toString(id.number()))
                                        .with(Slot.THING, Integer.toString(from + PAGE))));
                    }
                    next.add(NoteCards.say("drift " + id.number()));
                    return new Listing(
                            DriftTexts.title(stored),
                            DriftTexts.say("people.text", stored.people(), stored.people() - stored.left()),
                            some.stream().map(this::row).toList(),
                            0,
                            next);
                })
                .orElseGet(() -> DriftCards.none(id));
    }

    private Listing.Row row(DriftPerson person) {
        return new Listing.Row(
                person.back() ? Tone.GOOD : person.cannot().isPresent() ? Tone.STOP : Tone.WARNING,
                RequestCards.name(cards.names().of(person.person())),
                DriftTexts.say("person", says(person)),
                Optional.of(ChatInput.press(
                        CommandVerbs.HISTORY, Slot.PERSON, person.person().value())));
    }

    /** What changed, then what became of it. */
    static List<Explanation> says(DriftPerson person) {
        return Stream.concat(
                        person.changes().stream(),
                        person.back()
                                ? Stream.of(DriftTexts.say("person.back"))
                                : person.cannot().stream().map(why -> DriftTexts.say("person.cannot", why)))
                .toList();
    }
}
