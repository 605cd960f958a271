package dev.linekeeper.chat.numbers;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.numbers.NumberSelection;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.service.numbers.NumberMatch;
import dev.linekeeper.service.numbers.NumberPeople;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.tenant.reading.ShownPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands that look at numbers: one, whose it is and who shows it; and those that are free, used or for services. */
public record LookupCommands(TenantView tenant, ReservationNotes reserved) {
    private static final String NUMBERS = "numbers";
    private static final int PAGE = 25;

    public List<Command> commands() {
        return List.of(
                command(NumberListing.LOOKUP)
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .personal()
                        .says(
                                "lookup {number}",
                                "lookup {thing}",
                                "lookup",
                                "(look up|whois) [the] [(number|phone number)] {thing}",
                                "lookup [the] (number|phone number) {thing}",
                                "(whose number is|whose is|who is|who has|who owns|who holds|who shows|who calls with)"
                                        + " [the] [number] {number}",
                                "whose [phone] number is {number}")
                        .offers(Slot.NUMBER)
                        .answers(this::lookup),
                command(NUMBERS)
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .personal()
                        .says(
                                "numbers",
                                "numbers {thing}",
                                "(list|show|all) [(the|all)] [phone] numbers [{thing}]",
                                "[(list|show|which)] [(the|all)] {use} [phone] numbers [{thing}]",
                                "(which|what) [phone] numbers (are|do we have|are there) [{thing}]")
                        .answers(this::numbers));
    }

    private Answer lookup(Invocation invocation) {
        var written = invocation.text(Slot.THING).or(() -> invocation.text(Slot.NUMBER));
        return written.map(number -> lookup(invocation, number)).orElseGet(invocation::form);
    }

    private Answer lookup(Invocation invocation, String written) {
        invocation.tellMeanwhile(NoteCards::reading);
        var shared = tenant.snapshot().tenant();
        return switch (NumberMatch.of(written, shared)) {
            case NumberMatch.One(var number) -> one(invocation, number);
            case NumberMatch.Several(var numbers) -> several(written, numbers);
            case NumberMatch.None() -> NoteCards.of(Tone.INFO, "chat.lookup.nothing", written);
            case NumberMatch.NoDigits() -> NoteCards.of(Tone.INFO, "chat.lookup.no-number", written);
            case NumberMatch.MatchUnread(var why) -> NoteCards.of(Tone.WARNING, "chat.lookup.numbers-unread", why);
        };
    }

    private Answer one(Invocation invocation, PhoneNumber number) {
        var snapshot = tenant.snapshot();
        var lookup =
                NumberLookup.of(number, snapshot.tenant(), tenant.settings().numberCountries());
        var people = NumberPeople.of(
                lookup,
                snapshot.tenant(),
                tenant.readiness(snapshot),
                id -> tenant.shownInEffect(id).map(ShownPerson::person),
                tenant::forEachPerson);
        invocation.noteReads(people.concerned());
        return new LookupCards(lookup, people, reserved.of(number)).card(Explanation.of("chat.as-of", snapshot.asOf()));
    }

    private Answer several(String written, List<PhoneNumber> numbers) {
        var shared = tenant.snapshot().tenant();
        var rows = NumberSelection.those(numbers, shared, tenant.settings().numberCountries()).found().stream()
                .limit(PAGE)
                .map(number -> NumberListing.row(number, reserved.all()))
                .toList();
        return new Answer.Listing(
                Explanation.of("chat.lookup.several", numbers.size(), written),
                Explanation.of("chat.lookup.which"),
                rows,
                numbers.size() - rows.size(),
                List.of(NoteCards.say("help")));
    }

    private Answer numbers(Invocation invocation) {
        var snapshot = tenant.snapshot();
        var shared = snapshot.tenant();
        String asked = Stream.of(Slot.USE, Slot.THING)
                .flatMap(slot -> invocation.text(slot).stream())
                .collect(Collectors.joining(" "));
        var words = NumberWords.of(asked);
        if (!words.strange().isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.numbers.strange", words.strange());
        }
        invocation.noteReadOfMany();
        return NumberSelection.of(words.filter(), shared, tenant.settings().numberCountries())
                .fold(
                        found -> listing(
                                asked,
                                words,
                                found,
                                Stream.concat(
                                                Entries.lost(shared.unread().numbers()).stream()
                                                        .map(why -> Explanation.of("chat.lookup.may-be-more", why)),
                                                Stream.of(Explanation.of("chat.as-of", snapshot.asOf())))
                                        .toList()),
                        why -> NoteCards.of(Tone.WARNING, "chat.lookup.numbers-unread", why));
    }

    private Answer listing(String asked, NumberWords words, NumberSelection found, List<Explanation> notes) {
        var buttons = new ArrayList<Suggestion>();
        int next = words.from() + PAGE;
        if (found.found().size() >= next) {
            String rest = "%s from %d"
                    .formatted(asked.replaceFirst("(?i)\\s*\\bfrom \\d+", ""), next)
                    .strip();
            buttons.add(new Suggestion(
                    Explanation.of("chat.batch.next"), "numbers " + rest, ChatInput.press(NUMBERS, Slot.THING, rest)));
        }
        var kept = reserved.all();
        if (found.found().stream()
                .skip(words.from() - 1)
                .limit(PAGE)
                .anyMatch(it -> it.entry().status() == NumberStatus.UNASSIGNED)) {
            buttons.add(ReservationCards.reserve(Map.of()));
        }
        if (!kept.isEmpty()) {
            buttons.add(NoteCards.say(ReservationCommands.RESERVATIONS));
        }
        return NumberListing.of(found, kept, words.from() - 1, PAGE, notes, buttons);
    }
}
