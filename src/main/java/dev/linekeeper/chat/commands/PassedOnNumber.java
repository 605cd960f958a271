package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;

/** What to say so that somebody's own number goes to somebody else: two requests, as a plan is for one person. */
record PassedOnNumber(TenantView tenant) {
    static boolean isMeant(Invocation invocation) {
        var asPressed = invocation.text(Slot.RELEASE).filter("pass on"::equalsIgnoreCase);
        return invocation.text(Slot.THING).or(() -> asPressed).isPresent();
    }

    Answer of(Invocation invocation, DirectoryEntry from, ButtonPress releasing) {
        return invocation.text(Slot.THING).isEmpty()
                ? sheet(invocation, from, releasing, Explanation.of("chat.pass-on.person"))
                : invocation.withPerson(Slot.THING, to -> sheet(invocation, from, releasing, to.userPrincipalName()));
    }

    private Answer sheet(Invocation invocation, DirectoryEntry from, ButtonPress releasing, Object to) {
        Person person = invocation.read(from, tenant::person);
        return person.primaryNumber()
                .fold(
                        held -> held.map(number -> sheet(invocation, from, releasing, to, number))
                                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.pass-on.none", from.displayName())),
                        why -> NoteCards.of(Tone.WARNING, "chat.give.numbers-unread", why));
    }

    private static Answer sheet(
            Invocation invocation, DirectoryEntry from, ButtonPress releasing, Object to, PhoneNumber number) {
        String first =
                "enrol %s with %s giving the number back".formatted(from.userPrincipalName(), invocation.policy());
        return new Sheet(
                Explanation.of("chat.pass-on", from.displayName()),
                Tone.INFO,
                Explanation.of("chat.pass-on.text", number),
                List.of(
                        Sheet.detail("chat.pass-on.first", Explanation.of("chat.name", first)),
                        Sheet.detail("chat.pass-on.then", Explanation.of("chat.pass-on.give", to, number))),
                List.of(),
                List.of(new Suggestion(Explanation.of("chat.asked.release", number), first, releasing)));
    }
}
