package dev.linekeeper.chat.digest;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.AdminChannel.ChosenChannel;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;

/** Commands about the digest and where news goes. */
public record NewsCommands(AdminChannel channel, ChannelChoice choice, DigestCommand digest) {
    /** The commands, in the order of help. */
    public List<Command> commands() {
        return List.of(
                digest.statement(),
                command("news")
                        .by(Role.ADMIN, Role.OWNER)
                        .reads()
                        .says("news", "where (does|do|is|are) [the] news (go|going)", "neuigkeiten", "nouvelles")
                        .answers(_ -> status()),
                command("news-here")
                        .by(Role.ADMIN, Role.OWNER)
                        .says(
                                "news here",
                                "(send|post|put|bring) [(the|all)] news (here|to this channel|in this channel|to this"
                                        + " chat)",
                                "neuigkeiten (hier|hierher)",
                                "nouvelles ici")
                        .answers(this::here),
                command("news-in-person")
                        .by(Role.ADMIN, Role.OWNER)
                        .says(
                                "news in person",
                                "news off",
                                "(no|stop) [(the|more)] news here",
                                "(send|post) [(the|all)] news in person",
                                "neuigkeiten persönlich",
                                "nouvelles en personne")
                        .answers(this::inPerson));
    }

    private Answer status() {
        return channel.find()
                .<Answer>map(chosen -> note(Tone.INFO, "chat.news.channel", "news in person", chosen.since()))
                .orElseGet(() -> note(Tone.INFO, "chat.news.in-person", "help"));
    }

    private Answer here(Invocation invocation) {
        Caller caller = invocation.caller();
        Optional<Address> here = caller.conversation().filter(_ -> caller.othersReadAlong());
        if (here.isEmpty()) {
            return NoteCards.of(Tone.STOP, "chat.news.nowhere");
        }
        Address address = here.get().forEverybody();
        Optional<String> before = channel.find().map(ChosenChannel::address).map(Address::conversationId);
        if (before.equals(Optional.of(address.conversationId()))) {
            return status();
        }
        choice.choose(caller.id(), address);
        return note(Tone.GOOD, before.isEmpty() ? "chat.news.here" : "chat.news.moved", "news in person");
    }

    private Answer inPerson(Invocation invocation) {
        return choice.giveUp(invocation.caller().id())
                ? NoteCards.of(Tone.GOOD, "chat.news.given-up")
                : note(Tone.INFO, "chat.news.in-person", "help");
    }

    private static Answer note(Tone tone, String key, String sentence, Object... arguments) {
        return new Answer.Note(
                tone,
                Explanation.of(key + ".title", arguments),
                Explanation.of(key + ".text", arguments),
                List.of(NoteCards.say(sentence)));
    }
}
