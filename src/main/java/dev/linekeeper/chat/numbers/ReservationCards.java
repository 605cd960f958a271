package dev.linekeeper.chat.numbers;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.reservation.ReservationResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of reservations. */
public final class ReservationCards {
    private static final int CHOICES = 40;

    private ReservationCards() {}

    /** What became of something somebody wanted. */
    public static Answer.Note note(ReservationResult result) {
        return switch (result) {
            case ReservationResult.NumberReserved(var now) ->
                note(Tone.GOOD, "reserved", now.number(), now.whom().words(), now.until());
            case ReservationResult.ReservationCancelled(var was) ->
                note(Tone.GOOD, "cancelled", was.number(), was.whom().words());
            case ReservationResult.NotFree(var number, var holder) ->
                note(Tone.STOP, "not-free", number, LookupCards.holder(holder, Optional.empty()));
            case ReservationResult.AskedForAlready(var number, var request) ->
                note(Tone.STOP, "asked-for", number, request);
            case ReservationResult.ReservedAlready(var open) ->
                note(Tone.STOP, "already", open.number(), open.whom().words(), open.until());
            case ReservationResult.DayOutOfRange(var until, var latest) ->
                note(Tone.WARNING, "out-of-range", until, latest);
            case ReservationResult.NotReserved(var number) -> note(Tone.INFO, "not-reserved", number);
        };
    }

    static Answer.Note note(Tone tone, String key, Object... arguments) {
        return new Answer.Note(
                tone,
                say(key + ".title", arguments),
                say(key + ".text", arguments),
                List.of(NoteCards.say(ReservationCommands.RESERVATIONS)));
    }

    static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.reservation." + key, arguments);
    }

    /** Those that count, the next to end first. */
    public static Listing list(ReservationNotes notes) {
        var all = notes.reservations().inForce();
        return ListingCards.of(
                say("list.title", all.size()),
                say("list.text", all.size()),
                all.stream().map(it -> row(it, notes)).toList(),
                List.of(reserve(Map.of()), NoteCards.say("numbers free")));
    }

    private static Listing.Row row(NumberReservation reservation, ReservationNotes notes) {
        return new Listing.Row(
                Tone.INFO,
                Explanation.of("chat.list", List.of(reservation.number())),
                notes.words(reservation),
                Optional.of(ChatInput.press(
                        NumberListing.LOOKUP, Slot.THING, reservation.number().toString())));
    }

    /** The question whether it shall end. */
    static Answer confirm(NumberReservation open, ReservationNotes notes) {
        return new Answer.Note(
                Tone.WARNING,
                say("confirm.title", open.number()),
                say("confirm.text", notes.words(open)),
                List.of(new Suggestion(
                        say("confirm.yes"),
                        "",
                        press(ReservationCommands.CANCEL, open.number()).with(Slot.CHOICE, id(open)))));
    }

    static String id(NumberReservation reservation) {
        return Long.toString(reservation.id().number());
    }

    /** The question whether something nobody is called is a purpose. */
    static Answer purpose(Invocation invocation, String words) {
        return new Answer.Note(
                Tone.INFO,
                say("purpose.title", words),
                say("purpose.text", words),
                List.of(new Suggestion(
                        say("purpose.yes"),
                        "",
                        invocation.buttonWith(Slot.WORDS, words).with(Slot.THING, ""))));
    }

    /** The button that asks for whom the number is to be reserved. */
    static Suggestion reserve(Map<String, String> said) {
        return new Suggestion(
                say("button.reserve"), "reserve", new ChatInput.ButtonPress(ReservationCommands.RESERVE, said));
    }

    static Suggestion reserve(PhoneNumber number) {
        return reserve(Map.of(Slot.NUMBER.key(), number.toString()));
    }

    static Suggestion cancel(PhoneNumber number) {
        return new Suggestion(
                say("button.cancel"), "cancel reservation " + number, press(ReservationCommands.CANCEL, number));
    }

    private static ChatInput.ButtonPress press(String verb, PhoneNumber number) {
        return ChatInput.press(verb, Slot.NUMBER, number.toString());
    }

    /** With the free numbers that nobody reserved to choose from. */
    static Answer form(Invocation invocation, Tenant tenant, Reservations reserved) {
        String number = said(invocation, Slot.NUMBER);
        return invocation.form(List.of(
                field(
                        Slot.NUMBER,
                        "card.field.reserved-number",
                        true,
                        number,
                        number.isEmpty() ? free(tenant, reserved) : List.of()),
                field(Slot.THING, "card.field.reserved-for", true, said(invocation, Slot.THING), List.of()),
                field(Slot.END, "card.field.reserved-until", false, said(invocation, Slot.END), List.of()),
                field(Slot.REASON, Slot.REASON.label(), false, invocation.reason(), List.of())));
    }

    private static List<FormChoice> free(Tenant tenant, Reservations reserved) {
        var taken = Stream.concat(
                        reserved.inForce().stream().map(NumberReservation::number),
                        tenant.sharedCalling().known().stream()
                                .flatMap(List::stream)
                                .flatMap(policy -> policy.emergencyNumbers().stream()))
                .toList();
        return tenant.numbers().known().stream()
                .flatMap(all -> all.values().stream())
                .filter(number -> number.status() == NumberStatus.UNASSIGNED)
                .map(TelephoneNumber::number)
                .filter(number -> !taken.contains(number))
                .sorted()
                .limit(CHOICES)
                .map(number -> new FormChoice(number.toString(), number.toString()))
                .toList();
    }

    private static String said(Invocation invocation, Slot slot) {
        return invocation.text(slot).orElse("");
    }

    private static FormField field(Slot slot, String label, boolean required, String value, List<FormChoice> choices) {
        return new FormField(slot, label, required, value, choices);
    }
}
