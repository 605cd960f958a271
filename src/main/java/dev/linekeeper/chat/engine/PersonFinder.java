package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.PeopleSearch;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the person a text means, or asks which one: those of that name, or else those whose names begin alike. */
public final class PersonFinder {
    private static final int SUGGESTED = 5;
    private static final int PREFIX = 3;

    private final PeopleSearch people;
    private final Directory directory;

    public PersonFinder(PeopleSearch people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    /**
     * Finds one person; "me" is the caller.
     *
     * @param again the button that asks the same of the person with that user principal name
     */
    NameMatch<DirectoryEntry> find(String text, Caller caller, Function<String, ButtonPress> again) {
        if (text.matches("(?i)me|myself|i")) {
            return directory
                    .find(caller.id())
                    .<NameMatch<DirectoryEntry>>map(NameMatch.Exactly::new)
                    .orElseGet(() -> new NameMatch.AskBack<>(nobody(text, again)));
        }
        return switch (people.find(text)) {
            case PeopleSearch.PeopleFound.OnePerson(var person) -> new NameMatch.Exactly<>(person);
            case PeopleSearch.PeopleFound.SeveralPeople(var several, var more) ->
                new NameMatch.AskBack<>(new Answer.WhichOne(
                        Explanation.of("chat.several-people", text), options(several, again), more));
            case PeopleSearch.PeopleFound.NobodyFound _ -> new NameMatch.AskBack<>(nobody(text, again));
        };
    }

    /** The one person whose name is written so, a separator in it: {@code Miller, Jane} or {@code Sam and Max}. */
    Optional<DirectoryEntry> called(String written) {
        return written.isBlank() || written.contains("@")
                ? Optional.empty()
                : people.find(written) instanceof PeopleSearch.PeopleFound.OnePerson(var person)
                                && PeopleSearch.isCalled(person, written)
                        ? Optional.of(person)
                        : Optional.empty();
    }

    private Answer nobody(String text, Function<String, ButtonPress> again) {
        String start = text.strip().substring(0, Math.min(PREFIX, text.strip().length()));
        List<DirectoryEntry> alike = start.length() < PREFIX ? List.of() : directory.search(start, SUGGESTED);
        return alike.isEmpty()
                ? NoteCards.of(Tone.INFO, "chat.nobody", text)
                : new Answer.WhichOne(Explanation.of("chat.nobody-but", text), options(alike, again), false);
    }

    private static List<Option> options(List<DirectoryEntry> people, Function<String, ButtonPress> again) {
        return people.stream()
                .map(person -> new Option(
                        person.displayName(),
                        person.department()
                                .map(department -> "%s, %s".formatted(department, person.userPrincipalName()))
                                .orElse(person.userPrincipalName()),
                        again.apply(person.userPrincipalName())))
                .toList();
    }
}
