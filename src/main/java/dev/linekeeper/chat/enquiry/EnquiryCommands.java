package dev.linekeeper.chat.enquiry;

import static dev.linekeeper.chat.engine.Command.command;
import static dev.linekeeper.chat.enquiry.EnquiryTexts.say;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enquiry.Enquiry;
import dev.linekeeper.core.enquiry.EnquiryKind;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.enquiry.EnquiryDesk;
import dev.linekeeper.service.enquiry.EnquiryDesk.Asked;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Commands about enquiries: everybody asks and follows, the voice team answers. */
public record EnquiryCommands(EnquiryDesk desk, EnquiryCards cards) {
    static final String OPEN = "enquiry";
    static final String TAKE = "enquiry-take";
    static final String ANSWER = "enquiry-answer";

    private static final int LATEST = 25;

    public List<Command> commands() {
        return List.of(
                command("want-calling")
                        .by(Role.USER)
                        .personal()
                        .says(
                                "ask for calling [because {words}] [since {time}]",
                                "(request|apply for) calling because {words}")
                        .asks(Slot.WORDS)
                        .labelled(Slot.WORDS, "card.field.need")
                        .offers(Slot.TIME)
                        .labelled(Slot.TIME, "card.field.since")
                        .answers(invocation ->
                                asked(invocation, invocation.caller().id(), EnquiryKind.CALLING)),
                command("voice-team")
                        .by(Role.USER)
                        .personal()
                        .says(
                                "tell the voice team {words} [since {time}]",
                                "tell the voice team that {words} [since {time}]")
                        .asks(Slot.WORDS)
                        .labelled(Slot.WORDS, "card.field.trouble")
                        .offers(Slot.TIME)
                        .labelled(Slot.TIME, "card.field.since")
                        .answers(invocation ->
                                asked(invocation, invocation.caller().id(), EnquiryKind.TROUBLE)),
                command("ask-for")
                        .by(EnquiryCards.TEAM)
                        .personal()
                        .says(
                                "ask for calling for {person} [because {words}] [since {time}]",
                                "(request|apply for) calling for {person} [because {words}]")
                        .asks(Slot.PERSON, Slot.WORDS)
                        .labelled(Slot.WORDS, "card.field.need")
                        .offers(Slot.TIME)
                        .labelled(Slot.TIME, "card.field.since")
                        .answers(invocation ->
                                asked(invocation, invocation.person().id(), EnquiryKind.CALLING)),
                command("my-enquiries")
                        .by(Role.USER)
                        .personal()
                        .reads()
                        .says(
                                "my enquiries",
                                "what did i (ask|report|ask for)",
                                "(show|list) my enquiries",
                                "(what became of|status of|where is) my (question|enquiry|message|report|ticket)")
                        .answers(this::mine),
                command("enquiries")
                        .by(EnquiryCards.TEAM)
                        .personal()
                        .reads()
                        .says("enquiries", "(show|list|open|all) [(the|all|open)] enquiries", "who asked for calling")
                        .answers(this::open),
                command(OPEN)
                        .by(Role.USER)
                        .personal()
                        .reads()
                        .says("enquiry {request}", "(show|open|see) enquiry {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> shown(invocation, invocation.request(), Optional.empty())),
                command(TAKE)
                        .by(Role.ADMIN)
                        .personal()
                        .says("take enquiry {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> permitted(invocation, by -> desk.take(by, invocation.request()))),
                command(ANSWER)
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "answer enquiry {request} with {words}",
                                "(answer|close) enquiry {request} [with {words}]")
                        .asks(Slot.REQUEST, Slot.WORDS)
                        .labelled(Slot.WORDS, "card.field.answer")
                        .answers(invocation ->
                                permitted(invocation, by -> desk.answer(by, invocation.request(), words(invocation)))));
    }

    /** For others it is asked where the caller looks after them, looked up now. */
    private Answer asked(Invocation invocation, UserId person, EnquiryKind kind) {
        var asker = invocation.caller().id();
        if (!asker.equals(person) && !cards.roles().hasAnyOver(asker, EnquiryCards.TEAM, person)) {
            return NoteCards.of(
                    Tone.STOP,
                    "chat.asked.outside-scope",
                    cards.names().of(person),
                    EnquiryCards.TEAM.stream().sorted().toList());
        }
        var asked = new Asked(
                asker,
                person,
                kind,
                words(invocation),
                invocation.text(Slot.TIME).orElse(""));
        Enquiry enquiry = desk.ask(asked);
        return shown(
                invocation,
                enquiry.id(),
                Optional.of(say("already")).filter(_ -> !enquiry.words().equals(asked.words())));
    }

    private static String words(Invocation invocation) {
        return invocation.text(Slot.WORDS).orElse("");
    }

    private Answer mine(Invocation invocation) {
        return list("mine", desk.store().of(invocation.caller().id(), LATEST));
    }

    /** Of the people whom the reader looks after. */
    private Answer open(Invocation invocation) {
        invocation.noteReadOfMany();
        Caller reader = invocation.caller();
        return list(
                "list",
                desk.store().open().stream()
                        .filter(enquiry -> cards.mayRead(enquiry, reader))
                        .limit(LATEST)
                        .toList());
    }

    private Answer list(String which, List<Enquiry> enquiries) {
        var texts = new EnquiryTexts(cards.names());
        return enquiries.isEmpty()
                ? NoteCards.of(Tone.INFO, "chat.enquiry.%s.none".formatted(which))
                : ListingCards.of(
                        say(which + ".title", enquiries.size()),
                        say(which + ".text"),
                        enquiries.stream().map(texts::row).toList());
    }

    private Answer shown(Invocation invocation, RequestId id, Optional<Explanation> notice) {
        desk.store()
                .find(id)
                .filter(found -> !found.asker().equals(invocation.caller().id()))
                .ifPresent(found -> invocation.noteRead(id, found.person()));
        return cards.of(id, invocation.caller(), notice)
                .<Answer>map(card -> card)
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.no-such-request", id));
    }

    /** Moves it where the caller is a voice admin over the person, looked up now; and shows it as it is then. */
    private Answer permitted(Invocation invocation, Consumer<UserId> move) {
        var by = invocation.caller().id();
        boolean theirs = desk.store()
                .find(invocation.request())
                .filter(found -> cards.roles().hasAnyOver(by, Set.of(Role.ADMIN), found.person()))
                .isPresent();
        if (theirs) {
            move.accept(by);
        }
        return shown(invocation, invocation.request(), Optional.empty());
    }
}
