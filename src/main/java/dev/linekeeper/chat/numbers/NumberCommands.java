package dev.linekeeper.chat.numbers;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.WrittenNumber;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command that asks for somebody to get a number of their own. */
public record NumberCommands(
        RequestOutcomeCards outcomes, TenantView tenant, RequestStore store, ReservationNotes reserved) {
    private static final int CHOICES = 10;
    private static final String BECAUSE = " [(because|since|reason) [of] {reason}]";

    public List<Command> commands() {
        return List.of(command(CommandVerbs.GIVE)
                .by(Role.ADMIN)
                .says(
                        "give {person} {number} [at {place}] [because {reason}]",
                        "give",
                        "give {person} [the] [phone|telephone] [number] {number} [(at|with|with the address) {place}]"
                                + BECAUSE,
                        "give {number} to {person} [(at|with|with the address) {place}]" + BECAUSE,
                        "assign {number} to {person} [(at|with|with the address) {place}]" + BECAUSE,
                        "(move|switch) {person} to [the] number {number} [(at|with|with the address) {place}]"
                                + BECAUSE,
                        "(give|assign) {person} (a|an|any|another) [free|own|new] [phone|telephone] number"
                                + " [of (their|her|his) own] [(at|with|with the address) {place}]" + BECAUSE)
                .asks(Slot.PERSON)
                .offers(Slot.NUMBER, Slot.PLACE, Slot.REASON)
                .answers(this::give));
    }

    private Answer give(Invocation invocation) {
        String place = invocation.text(Slot.PLACE).orElse("");
        if (place.isEmpty()) {
            return give(invocation, Optional.empty());
        }
        Tenant shared = tenant.snapshot().tenant();
        return shared.locations()
                .fold(
                        all -> at(invocation, place, all),
                        why -> NoteCards.of(Tone.WARNING, "chat.give.places-unread", why));
    }

    private Answer at(Invocation invocation, String written, Map<LocationId, EmergencyLocation> all) {
        var found = EmergencyLocation.called(written, all.values());
        return switch (found.size()) {
            case 0 -> NoteCards.of(Tone.INFO, "chat.give.no-place", written);
            case 1 -> give(invocation, Optional.of(found.getFirst().id()));
            default ->
                new Answer.WhichOne(
                        Explanation.of("chat.give.which-place", written),
                        found.stream()
                                .limit(CHOICES)
                                .map(place -> new Option(
                                        place.description(),
                                        place.address(),
                                        invocation.buttonWith(
                                                Slot.PLACE, place.id().value())))
                                .toList(),
                        found.size() > CHOICES);
        };
    }

    private Answer give(Invocation invocation, Optional<LocationId> place) {
        return invocation.text(Slot.NUMBER).isEmpty()
                ? choice(invocation, place)
                : switch (invocation.numberIn(Slot.NUMBER)) {
                    case WrittenNumber.OneNumber(var number) -> ask(invocation, new GivenNumber(number, place));
                    case WrittenNumber.UnclearNumber _, WrittenNumber.NoNumber _ ->
                        NoteCards.of(
                                Tone.INFO,
                                "chat.give.no-number",
                                invocation.text(Slot.NUMBER).orElse(""));
                };
    }

    private Answer ask(Invocation invocation, GivenNumber wish) {
        var person = invocation.person();
        Optional<RequestId> other = Optional.ofNullable(askedFor().get(wish.number()))
                .filter(open -> !open.terms().subject().equals(person.id()))
                .map(Request::id);
        if (other.isPresent()) {
            return NoteCards.of(Tone.INFO, "chat.give.asked-for", wish.number(), other.get());
        }
        return outcomes.answer(
                invocation.caller(),
                person.displayName(),
                outcomes.submit(invocation.caller(), new Intent.GiveNumber(person.id(), wish), invocation.reason()),
                Explanation.of("chat.give.blocked", person.displayName(), wish.number()));
    }

    /** The numbers that somebody is to have by a request that is open. */
    private Map<PhoneNumber, Request> askedFor() {
        var asked = new HashMap<PhoneNumber, Request>();
        for (Request open : store.assigningNumbers()) {
            for (Change change : open.terms().plan().changes()) {
                if (change instanceof Change.AssignNumber assigned) {
                    asked.put(assigned.number(), open);
                }
            }
        }
        return asked;
    }

    /** The free numbers that fit, to choose from. */
    private Answer choice(Invocation invocation, Optional<LocationId> place) {
        var snapshot = tenant.snapshot();
        var entry = invocation.person();
        var person = invocation.read(entry, tenant::person);
        if (snapshot.tenant().numbers() instanceof Fact.Missing(var why)) {
            return NoteCards.of(Tone.WARNING, "chat.give.numbers-unread", why);
        }
        var free = FreeNumbers.of(
                person,
                place,
                snapshot.tenant(),
                tenant.readiness(snapshot),
                askedFor().keySet(),
                reserved.reservations(),
                CHOICES);
        if (free.fitting().isEmpty()) {
            return nothingFits(entry.displayName(), free);
        }
        return new Answer.WhichOne(
                Explanation.of("chat.give.which", entry.displayName()),
                free.fitting().stream()
                        .map(number -> option(invocation, number, snapshot.tenant()))
                        .toList(),
                free.fitting().size() == CHOICES);
    }

    private static Option option(Invocation invocation, TelephoneNumber number, Tenant shared) {
        var place = Fact.present(number.location()).flatMap(id -> Fact.present(shared.place(id)));
        return new Option(
                number.number().toString(),
                place.map(it -> "%s, %s".formatted(number.type().productName(), it.description()))
                        .orElseGet(() -> number.type().productName()),
                invocation.buttonWith(Slot.NUMBER, number.number().toString()));
    }

    private static Answer nothingFits(String name, FreeNumbers free) {
        return new Answer.Sheet(
                Explanation.of("chat.give.none", name),
                Tone.INFO,
                Explanation.of(
                        "chat.give.none.text",
                        free.asked()
                                + free.reserved()
                                + free.others().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()),
                List.of(),
                Stream.of(
                                Stream.of(free.asked())
                                        .filter(count -> count > 0)
                                        .map(count -> Explanation.of("chat.give.none.asked", count)),
                                Stream.of(free.reserved())
                                        .filter(count -> count > 0)
                                        .map(count -> Explanation.of("chat.give.none.reserved", count)),
                                free.others().entrySet().stream().map(NumberCommands::why))
                        .flatMap(part -> part)
                        .toList(),
                List.of(NoteCards.say("help")));
    }

    private static Explanation why(Map.Entry<Optional<Rule<PersonCase>>, Integer> entry) {
        return entry.getKey()
                .map(rule -> Explanation.of("chat.give.none.rule", entry.getValue(), rule.titleText(), rule.id()))
                .orElseGet(() -> Explanation.of("chat.give.none.unread", entry.getValue()));
    }
}
