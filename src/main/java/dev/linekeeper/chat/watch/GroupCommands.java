package dev.linekeeper.chat.watch;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.imports.ImportCards;
import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.ImportSource.SourceKind;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.imports.Imports;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.watch.WatchDesk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Commands about groups that were enrolled, and who joined them later. */
public record GroupCommands(WatchDesk desk, Directory directory, Imports imports, ImportCards cards) {
    static final String NEWCOMERS = "newcomers";
    static final String STOP = "stop-watching";

    private static final int BUTTONS = 5;

    /** What a card's button names: the group and the look whose news it is on. */
    private static final Pattern ONE_LOOK = Pattern.compile("(\\S+) (\\d{10,18})");

    public List<Command> commands() {
        return List.of(
                command("watched-groups")
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .reads()
                        .says(
                                "watched groups",
                                "(show|list) [(all|the)] watched groups",
                                "which groups (are watched|do you watch)")
                        .answers(_ -> watched()),
                command(NEWCOMERS)
                        .by(Role.ADMIN)
                        .personal()
                        .says("newcomers of {thing}", "newcomers", "newcomers (of|in|to) [the] [group] {thing}")
                        .asks(Slot.THING)
                        .answers(this::newcomers),
                command(STOP)
                        .by(Role.ADMIN)
                        .says("stop watching {thing}", "stop watching", "(unwatch|stop watching) [the] [group] {thing}")
                        .asks(Slot.THING)
                        .answers(invocation -> ofOne(
                                invocation.text(Slot.THING).orElse(""), (group, _) -> stopped(invocation, group))));
    }

    private Answer watched() {
        List<WatchedGroup> all =
                desk.groups().all().stream().filter(WatchedGroup::enrolled).toList();
        return ListingCards.of(
                Explanation.of("chat.group.title"),
                Explanation.of("chat.group.text", all.size()),
                all.stream()
                        .map(group -> new Listing.Row(
                                Tone.INFO,
                                RequestCards.name(group.name()),
                                Explanation.of("chat.group.row", group.policy(), group.asked(), group.since()),
                                Optional.empty()))
                        .toList(),
                all.stream()
                        .limit(BUTTONS)
                        .map(group -> GroupNewsCards.stop(group, Explanation.of("chat.group.stop-one", group.name())))
                        .toList());
    }

    private Answer stopped(Invocation invocation, WatchedGroup group) {
        desk.stop(invocation.caller().id(), group);
        return NoteCards.of(Tone.INFO, "chat.group.stopped", group.name());
    }

    private Answer newcomers(Invocation invocation) {
        invocation.tellMeanwhile(NoteCards::reading);
        return ofOne(
                invocation.text(Slot.THING).orElse(""),
                (group, look) ->
                        list(invocation, group, told -> look.map(told::equals).orElse(told > 0)));
    }

    /** The watched group of that name or id; where it is none, or more than one, those there are. */
    private Answer ofOne(String thing, BiFunction<WatchedGroup, Optional<Long>, Answer> answer) {
        var one = ONE_LOOK.matcher(thing);
        String name = one.matches() ? one.group(1) : thing;
        Optional<Long> look = one.matches() ? Optional.of(Long.valueOf(one.group(2))) : Optional.empty();
        List<WatchedGroup> meant = desk.groups().all().stream()
                .filter(WatchedGroup::enrolled)
                .filter(group -> AnyCase.same(group.name(), name)
                        || AnyCase.same(group.group().value(), name))
                .toList();
        if (meant.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.group.unknown", name);
        }
        return meant.size() == 1 ? answer.apply(meant.getFirst(), look) : watched();
    }

    /** A list of those who were told of and are in the group still, which is judged as any other. */
    private Answer list(Invocation invocation, WatchedGroup group, Predicate<Long> told) {
        Set<UserId> people = desk.groups().people(group.group()).entrySet().stream()
                .filter(person -> told.test(person.getValue()))
                .map(person -> person.getKey())
                .collect(Collectors.toSet());
        people.retainAll(directory.members(group.group()));
        if (people.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.group.nobody", group.name());
        }
        invocation.noteReadOfMany();
        var entries = directory.findMany(people);
        List<String> names = people.stream()
                .map(person -> Optional.ofNullable(entries.get(person))
                        .or(() -> directory.find(person))
                        .map(DirectoryEntry::userPrincipalName)
                        .orElse(person.value()))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        var rows = IntStream.range(0, names.size())
                .mapToObj(at -> new Row(at + 1, names.get(at)))
                .toList();
        var started = imports.start(
                invocation.caller().id(),
                invocation.caller().delivery(),
                new ImportSource(SourceKind.JOINED, group.name(), Optional.of(group.group())),
                new GivenRows(rows, List.of()),
                Optional.of(group.policy()),
                Optional.empty(),
                invocation.reason());
        return cards.of(started.list().id(), invocation.caller(), Optional.empty())
                .<Answer>map(card -> card)
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.group.nobody", group.name()));
    }
}
