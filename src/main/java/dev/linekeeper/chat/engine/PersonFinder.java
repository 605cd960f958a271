package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.grammar.GroupWords;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.PeopleSearch;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the person a text names or the only one it fits, or asks which one is meant: those of that name, or else those whose
 * names begin alike. Words for several people fit nobody.
 */
public final class PersonFinder {
    private static final Set<String> SELF = Set.of("me", "myself", "i");
    private static final int SUGGESTED = 5;
    private static final int PREFIX = 3;

    private final PeopleSearch people;
    private final Directory directory;

    public PersonFinder(PeopleSearch people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    /**
     * Finds one person; "me" is the caller, and so is "I", which may as well begin a name.
     *
     * @param again the button that asks the same of the person with that user principal name
     */
    NameMatch<DirectoryEntry> find(String text, Caller caller, Function<String, ButtonPress> again) {
        if (SELF.contains(text.toLowerCase(Locale.ROOT))) {
            boolean exact = text.length() > 1;
            return directory
                    .find(caller.id())
                    .<NameMatch<DirectoryEntry>>map(
                            me -> exact ? new NameMatch.Exactly<>(me) : new NameMatch.Likely<>(me))
                    .orElseGet(() -> new NameMatch.AskBack<>(nobody(text, again)));
        }
        if (GroupWords.isOne(text)) {
            return new NameMatch.AskBack<>(NoteCards.severalInOneWord(text));
        }
        return switch (people.find(text)) {
            case PeopleSearch.PeopleFound.OnePerson(var person) -> new NameMatch.Exactly<>(person);
            case PeopleSearch.PeopleFound found
            when GroupWords.surround(text) || people.isDepartment(text, found.fitting()) ->
                new NameMatch.AskBack<>(NoteCards.severalInOneWord(text));
            case PeopleSearch.PeopleFound.LikelyPerson(var person) -> new NameMatch.Likely<>(person);
            case PeopleSearch.PeopleFound.SeveralPeople(var several, var more) ->
                new NameMatch.AskBack<>(new Answer.WhichOne(
                        Explanation.of("chat.several-people", text), options(several, again), more));
            case PeopleSearch.PeopleFound.NobodyFound _ -> new NameMatch.AskBack<>(nobody(text, again));
        };
    }

    /** The one person whose name is written so, a separator in it: {@code Miller, Jane} or {@code Sam and Max}. */
    Optional<NameMatch<DirectoryEntry>> called(String written) {
        if (written.isBlank() || written.contains("@")) {
            return Optional.empty();
        }
        return switch (people.find(written)) {
            case PeopleSearch.PeopleFound.OnePerson(var person) -> Optional.of(new NameMatch.Exactly<>(person));
            case PeopleSearch.PeopleFound.LikelyPerson(var person)
            when PeopleSearch.isCalled(person, written) -> Optional.of(new NameMatch.Likely<>(person));
            case PeopleSearch.PeopleFound _ -> Optional.empty();
        };
    }

    private Answer nobody(String text, Function<String, ButtonPress> again) {
        List<DirectoryEntry> listed = SlotValues.entries(text).skip(1).findAny().isEmpty()
                ? List.of()
                : SlotValues.entries(text)
                        .limit(SUGGESTED)
                        .flatMap(entry -> fitting(entry).stream())
                        .distinct()
                        .toList();
        if (!listed.isEmpty()) {
            return new Answer.WhichOne(Explanation.of("chat.one-at-a-time", text), options(listed, again), false);
        }
        String start = text.strip().substring(0, Math.min(PREFIX, text.strip().length()));
        List<DirectoryEntry> alike = start.length() < PREFIX ? List.of() : directory.search(start, SUGGESTED);
        return alike.isEmpty()
                ? NoteCards.of(Tone.INFO, "chat.nobody", text)
                : new Answer.WhichOne(Explanation.of("chat.nobody-but", text), options(alike, again), false);
    }

    private Optional<DirectoryEntry> fitting(String text) {
        return switch (people.find(text)) {
            case PeopleSearch.PeopleFound.OnePerson(var person) -> Optional.of(person);
            case PeopleSearch.PeopleFound.LikelyPerson(var person) -> Optional.of(person);
            case PeopleSearch.PeopleFound _ -> Optional.empty();
        };
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
