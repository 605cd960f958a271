package dev.linekeeper.chat.numbers;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Activation;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.numbers.NumberPeople;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that is known of one number, whose it is first; what could not be read is said where it would stand.
 *
 * @param reserved for whom it is reserved, in words
 */
public record LookupCards(NumberLookup lookup, NumberPeople people, Optional<Explanation> reserved) {
    private static final int NAMED = 10;

    /** With notes of whoever shows it, such as on when it was read. */
    public Sheet card(Explanation... more) {
        return new Sheet(
                Explanation.of("chat.lookup.title", lookup.number()),
                tone(),
                holder(lookup.holder(), people.holder()),
                Stream.of(
                                entry().stream(),
                                reserved.stream().map(words -> detail("chat.lookup.reserved", words)),
                                persons().stream(),
                                uses().stream(),
                                Stream.of(shown()))
                        .flatMap(part -> part)
                        .toList(),
                Stream.concat(notes(), Stream.of(more)).toList(),
                buttons());
    }

    private Tone tone() {
        boolean whole = lookup.unread().isEmpty()
                && lookup.claims().isEmpty()
                && people.unread().isEmpty()
                && !(lookup.holder() instanceof NumberHolder.NotTold);
        return whole ? Tone.INFO : Tone.WARNING;
    }

    /** Whose it is, with the person where they were read. */
    static Explanation holder(NumberHolder holder, Optional<Person> read) {
        return switch (holder) {
            case NumberHolder.Nobody() -> holder("nobody");
            case NumberHolder.OfPerson(var id) ->
                read.map(person -> holder("person", person.displayName()))
                        .orElseGet(() -> holder("person-unknown", id));
            case NumberHolder.OfAccount(var account) -> holder("account", account.displayName());
            case NumberHolder.OfPolicies(var policies) ->
                policies.isEmpty() ? holder("policy-unknown") : holder("policies", policies);
            case NumberHolder.OfConferences() -> holder("conferences");
            case NumberHolder.OfOtherApplication() -> holder("application");
            case NumberHolder.NotListed() -> holder("not-listed");
            case NumberHolder.NotTold(var why) -> holder("not-told", why);
        };
    }

    private static Explanation holder(String key, Object... arguments) {
        return Explanation.of("chat.lookup.holder." + key, arguments);
    }

    /** What the inventory says; nothing where it does not list the number. */
    private List<Detail> entry() {
        var details = new ArrayList<Detail>();
        Fact.present(lookup.listed()).ifPresent(entry -> {
            details.add(detail("chat.lookup.state", state(entry)));
            details.add(detail("chat.lookup.type", NumberListing.type(entry.type())));
            details.add(detail("chat.lookup.for", NumberListing.uses(entry)));
            details.add(detail("chat.lookup.country", told(lookup.country(), this::country)));
            details.add(detail("chat.lookup.place", told(lookup.place(), LookupCards::place)));
        });
        return details;
    }

    private static Explanation state(TelephoneNumber entry) {
        return Explanation.of(
                "chat.lookup.states",
                Stream.of(
                                Stream.of(entry.status()),
                                Stream.of(entry.activation()).filter(state -> state != Activation.ACTIVATED),
                                entry.portInStatus().stream()
                                        .map(state -> Explanation.of("chat.lookup.port-in", state)),
                                Stream.of(entry.source()).filter(NumberSource.ON_PREMISES::equals))
                        .flatMap(part -> part)
                        .toList());
    }

    private Explanation country(Country country) {
        return lookup.tollFree().orElse(false)
                ? Explanation.of("chat.lookup.toll-free", country)
                : Explanation.of("chat.name", country);
    }

    private static Explanation place(EmergencyLocation place) {
        return Explanation.of("chat.lookup.place.value", place.description(), place.address());
    }

    private static <T> Explanation told(Fact<Optional<T>> fact, Function<T, Explanation> words) {
        return fact.fold(
                found -> found.map(words).orElseGet(() -> Explanation.of("chat.lookup.none")),
                why -> Explanation.of("chat.lookup.unread", why));
    }

    /** Which line of the person it is, and the policy that was granted to the number itself. */
    private List<Detail> persons() {
        return people.holder()
                .map(lookup::lineOf)
                .map(line -> line.fold(
                        found -> found.map(LookupCards::line).orElseGet(List::of),
                        why -> List.of(detail("chat.lookup.line", Explanation.of("chat.lookup.unread", why)))))
                .orElseGet(List::of);
    }

    private static List<Detail> line(Line line) {
        return List.of(
                detail("chat.lookup.line", ConstantMessages.of("chat.lookup.line", line.category())),
                detail("chat.lookup.own-policy", told(line.sharedCalling(), LookupCards::name)));
    }

    private static Explanation name(PolicyName name) {
        return Explanation.of("chat.name", name);
    }

    private List<Detail> uses() {
        return Stream.of(
                        named("chat.lookup.shared", lookup.sharedBy()),
                        named("chat.lookup.replacing", lookup.replacing()),
                        named("chat.lookup.callbacks", lookup.callbackOf()),
                        named("chat.lookup.extensions", lookup.extensions()))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Detail> named(String label, Collection<?> values) {
        return values.isEmpty() ? Stream.empty() : Stream.of(detail(label, Explanation.of("chat.list", values)));
    }

    private Detail shown() {
        return detail(
                "chat.lookup.shown",
                people.unread()
                        .map(why -> Explanation.of("chat.lookup.unread", why))
                        .orElseGet(() -> Explanation.of(
                                people.shown().people().size() > NAMED
                                        ? "chat.lookup.shown.many"
                                        : "chat.lookup.shown.some",
                                people.shown().people().size(),
                                people.shown().people().stream()
                                        .limit(NAMED)
                                        .map(DirectoryEntry::displayName)
                                        .toList(),
                                people.shown().people().size() - NAMED)));
    }

    private Stream<Explanation> notes() {
        return Stream.of(
                        lookup.claims().stream()
                                .map(account -> Explanation.of("chat.lookup.claim", account.displayName())),
                        Stream.of(people.shown().cannotTell().size())
                                .filter(count -> count > 0)
                                .map(count -> Explanation.of("chat.lookup.cannot-tell", count)),
                        lookup.unread().stream().map(why -> Explanation.of("chat.lookup.may-be-more", why)),
                        Stream.of(lookup.holder())
                                .filter(NumberHolder.Nobody.class::isInstance)
                                .map(_ -> Explanation.of("chat.lookup.held-back")))
                .flatMap(part -> part);
    }

    /** The button to take the policy of the number itself, or to grant it one. */
    private Optional<Suggestion> ownPolicy(Line line) {
        return line.sharedCalling()
                .known()
                .flatMap(policy -> policy.map(name -> new Suggestion(
                                Explanation.of("chat.number-policy.take", name),
                                "take policy from number %s".formatted(line.number()),
                                ChatInput.press(
                                        NumberPolicyCommands.TAKE,
                                        Slot.NUMBER,
                                        line.number().toString())))
                        .or(() -> Optional.of(new Suggestion(
                                        Explanation.of("chat.number-policy.grant"),
                                        "",
                                        ChatInput.press(
                                                NumberPolicyCommands.GRANT,
                                                Slot.NUMBER,
                                                line.number().toString())))
                                .filter(_ -> line.category() == Line.Category.ALTERNATE)));
    }

    private Stream<Suggestion> reservation() {
        return reserved.isPresent()
                ? Stream.of(ReservationCards.cancel(lookup.number()))
                : Stream.of(lookup.holder())
                        .filter(NumberHolder.Nobody.class::isInstance)
                        .map(_ -> ReservationCards.reserve(lookup.number()));
    }

    private List<Suggestion> buttons() {
        return Stream.of(
                        people
                                .holder()
                                .map(Person::entry)
                                .map(entry -> NoteCards.say("check " + entry.userPrincipalName(), "chat.lookup.check"))
                                .stream(),
                        people.holder().stream()
                                .flatMap(person -> lookup.lineOf(person).known().stream())
                                .flatMap(Optional::stream)
                                .flatMap(line -> ownPolicy(line).stream()),
                        reservation(),
                        Stream.of(
                                NoteCards.say("impact " + lookup.number(), "chat.lookup.impact"),
                                NoteCards.say("help")))
                .flatMap(part -> part)
                .toList();
    }
}
