package dev.linekeeper.chat;

import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Set;

/** What people see when the caller calls them. */
final class MyCallerId implements Command {
    private final Lookup lookup;

    MyCallerId(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String verb() {
        return "my-caller-id";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("what's my caller id"),
                Phrase.of(
                        "(what is|whats|show|show me|check) my (caller id|callerid|caller-id|outgoing number|phone number|number)"),
                Phrase.of("what's my (callerid|caller-id|outgoing number|phone number|number)"),
                Phrase.of("my (caller id|callerid|caller-id|number|phone number)"),
                Phrase.of("(caller id|callerid|caller-id)"),
                Phrase.of("(which|what) number (do|will) (people|others|they|customers) see [when i call [them]]"),
                Phrase.of("(which|what) number (do i show|shows) [when i call]"),
                Phrase.of("what do (people|others|they|customers) see when i call [them]"),
                Phrase.of("how do (people|others|they|customers) call me back"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.USER);
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        return lookup.person(caller.id())
                .<Answer>map(person -> CallerIds.of("own", person, lookup.tenant(), lookup.settings()))
                .orElseGet(Notes::stranger);
    }
}
