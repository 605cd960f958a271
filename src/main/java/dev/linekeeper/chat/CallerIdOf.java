package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Set;

/** What people see when somebody else calls them. */
final class CallerIdOf extends AboutPerson {
    CallerIdOf(Lookup lookup) {
        super(lookup);
    }

    @Override
    public String verb() {
        return "caller-id";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("caller id of {person}"),
                Phrase.of("(caller id|callerid|caller-id|number) (for|from) {person}"),
                Phrase.of("(callerid|caller-id|number) of {person}"),
                Phrase.of("what (is|'s) the (caller id|number) (of|for) {person}"),
                Phrase.of("what's the (caller id|number) (of|for) {person}"),
                Phrase.of("(which|what) number does {person} show [when (calling|they call)]"),
                Phrase.of("(which|what) number do (people|others|they|customers) see when {person} calls [them]"),
                Phrase.of("what do (people|others|they|customers) see when {person} calls [them]"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN);
    }

    @Override
    Answer answer(Caller caller, Person person) {
        return CallerIds.of("other", person, lookup().tenant(), lookup().settings());
    }
}
