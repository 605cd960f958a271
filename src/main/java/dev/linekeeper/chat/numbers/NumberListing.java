package dev.linekeeper.chat.numbers;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.numbers.NumberSelection;
import dev.linekeeper.core.numbers.SelectedNumber;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers, a line each, with how many there are of each state, type and country. */
public final class NumberListing {
    /** The verb of a row's press. */
    static final String LOOKUP = "lookup";

    private NumberListing() {}

    /**
     * A part of what was asked for.
     *
     * @param reserved what numbers are reserved for
     * @param from the first that is shown, from 0
     * @param notes what else the reader should know, such as when it was read
     */
    public static Listing of(
            NumberSelection numbers,
            Map<PhoneNumber, Explanation> reserved,
            int from,
            int most,
            List<Explanation> notes,
            List<Suggestion> suggestions) {
        return new Listing(
                Explanation.of("chat.numbers.title", numbers.found().size()),
                text(numbers, notes),
                numbers.found().stream()
                        .skip(from)
                        .limit(most)
                        .map(number -> row(number, reserved))
                        .toList(),
                0,
                Stream.concat(suggestions.stream(), Stream.of(NoteCards.say("help")))
                        .toList());
    }

    /** All of them, for where there is room. */
    public static Listing of(NumberSelection numbers, Map<PhoneNumber, Explanation> reserved) {
        return of(numbers, reserved, 0, Integer.MAX_VALUE, List.of(), List.of());
    }

    private static Explanation text(NumberSelection numbers, List<Explanation> notes) {
        var said = Stream.concat(
                        Stream.of(numbers.cannotTell())
                                .filter(count -> count > 0)
                                .map(count -> Explanation.of("chat.numbers.cannot-tell", count)),
                        notes.stream())
                .toList();
        return numbers.found().isEmpty()
                ? Explanation.of("chat.list", said)
                : Explanation.of(
                        "chat.numbers.text",
                        counted(numbers.counts().byState()).toList(),
                        numbers.counts().byType().entrySet().stream()
                                .map(entry ->
                                        Explanation.of("chat.numbers.count", type(entry.getKey()), entry.getValue()))
                                .toList(),
                        counted(numbers.counts().byCountry()).toList(),
                        said);
    }

    private static Stream<Explanation> counted(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> Explanation.of("chat.numbers.count", entry.getKey(), entry.getValue()));
    }

    static Row row(SelectedNumber number, Map<PhoneNumber, Explanation> reserved) {
        TelephoneNumber entry = number.entry();
        Explanation detail = Explanation.of(
                "chat.numbers.row",
                type(entry.type()),
                number.country().map(Country::iso).orElse("?"),
                entry.status(),
                uses(entry));
        return new Row(
                Tone.INFO,
                Explanation.of("chat.list", List.of(entry.number())),
                Optional.ofNullable(reserved.get(entry.number()))
                        .map(words -> Explanation.of("chat.numbers.row.reserved", detail, words))
                        .orElse(detail),
                Optional.of(ChatInput.press(LOOKUP, Slot.THING, entry.number().toString())));
    }

    static Explanation type(NumberType type) {
        return type == NumberType.OTHER
                ? Explanation.of("chat.numbers.type-unknown")
                : Explanation.of("chat.name", type.productName());
    }

    /** What the number may be given for. */
    static Explanation uses(TelephoneNumber entry) {
        return entry.capabilities()
                .fold(
                        all -> all.isEmpty()
                                ? Explanation.of("chat.numbers.for-nothing")
                                : Explanation.of(
                                        "chat.list", all.stream().sorted().toList()),
                        why -> Explanation.of("chat.lookup.unread", why));
    }
}
