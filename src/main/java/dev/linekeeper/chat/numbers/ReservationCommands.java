package dev.linekeeper.chat.numbers;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.PeopleSearch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.reservation.ReservationDesk;
import dev.linekeeper.service.site.SiteStore;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The commands that reserve free numbers, list what is reserved, and cancel that. None of them changes the tenant. */
public record ReservationCommands(
        ReservationDesk desk,
        ReservationNotes notes,
        SiteStore sites,
        TenantView tenant,
        Directory directory,
        Days days) {
    static final String RESERVE = "reserve";
    static final String RESERVATIONS = "reservations";
    static final String CANCEL = "cancel-reservation";
    private static final Set<String> SELF = Set.of("me", "myself", "mich", "moi");
    private static final String REST =
            " [(until|till|through|bis|jusqu'au|jusqu'à) {end}]" + " [(because|since|reason|weil|car) [of] {reason}]";

    public List<Command> commands() {
        return List.of(
                command(RESERVE)
                        .by(Role.ADMIN)
                        .says(
                                "reserve {number} for {thing} [until {end}] [because {reason}]",
                                "reserve [(a|the)] [free] [phone] [number] [{number}]",
                                "(reserve|keep|hold) [the] [phone] [number] {number} for [the] purpose [of] {words}"
                                        + REST,
                                "(reserve|keep|hold) [the] [phone] [number] {number} for {thing}" + REST,
                                "(reserviere|reservieren|réserve|réserver) {number} (für|pour) {thing}" + REST)
                        .offers(Slot.NUMBER, Slot.THING, Slot.END, Slot.REASON)
                        .labelled(Slot.NUMBER, "card.field.reserved-number")
                        .labelled(Slot.THING, "card.field.reserved-for")
                        .labelled(Slot.END, "card.field.reserved-until")
                        .answers(this::reserve),
                command(RESERVATIONS)
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR)
                        .personal()
                        .says(
                                RESERVATIONS,
                                "(show|list) [(all|the)] [number] reservations",
                                "(reserved numbers|(what|which) [numbers] (is|are) reserved)",
                                "reservierungen",
                                "réservations")
                        .answers(invocation -> {
                            invocation.noteReadOfMany();
                            return ReservationCards.list(notes);
                        }),
                command(CANCEL)
                        .by(Role.ADMIN)
                        .says(
                                "cancel reservation {number}",
                                "(cancel|end|drop|remove|delete) [the] reservation [(of|for)] [the] [number] {number}",
                                "(cancel|end|drop|remove|delete) [the] reservation [(of|for)] [the] [number] {thing}",
                                "(unreserve|annule la réservation|storniere die reservierung) {number}",
                                "(cancel|end|drop|remove|delete) [(a|the)] reservation")
                        .offers(Slot.NUMBER)
                        .labelled(Slot.NUMBER, "card.field.reserved-number")
                        .answers(this::cancel));
    }

    private Answer reserve(Invocation invocation) {
        boolean isFor = invocation
                .text(Slot.THING)
                .or(() -> invocation.text(Slot.WORDS))
                .isPresent();
        return invocation.text(Slot.NUMBER).isPresent() && isFor
                ? NamedNumber.then(
                        invocation,
                        tenant,
                        number -> days.with(
                                invocation,
                                until -> whom(invocation, whom -> reserve(invocation, number, whom, until))))
                : ReservationCards.form(invocation, tenant.snapshot().tenant(), notes.reservations());
    }

    private Answer reserve(Invocation invocation, PhoneNumber number, ReservedFor whom, Optional<Schedule> until) {
        var lookup = NumberLookup.of(
                number, tenant.snapshot().tenant(), tenant.settings().numberCountries());
        return ReservationCards.note(desk.reserve(
                lookup, whom, invocation.caller().id(), until.flatMap(Schedule::end), invocation.reason()));
    }

    /** An account, a site or the policy called like it, a person; what is none of these is asked about. */
    private Answer whom(Invocation invocation, Function<ReservedFor, Answer> answer) {
        String said = invocation.text(Slot.THING).orElse("");
        Optional<String> purpose = invocation.text(Slot.WORDS);
        if (purpose.orElse(said).length() > ReservedFor.LONGEST) {
            return ReservationCards.note(Tone.STOP, "too-long", ReservedFor.LONGEST);
        }
        return purpose.map(ReservedFor::purpose)
                .or(() -> invocation.accountIn(Slot.THING).map(ReservedFor::of))
                .or(() -> site(invocation, said))
                .map(answer)
                .orElseGet(() -> isNobody(said)
                        ? ReservationCards.purpose(invocation, said)
                        : invocation.withPerson(Slot.THING, person -> answer.apply(ReservedFor.of(person))));
    }

    private Optional<ReservedFor> site(Invocation invocation, String said) {
        String name = said.replaceFirst("(?i)^(?:(?:the|le) )?(?:site|standort) ", "");
        return SiteName.of(name)
                .flatMap(written -> sites.find(written)
                        .map(Site::name)
                        .or(() -> Optional.of(written).filter(_ -> !name.equals(said))))
                .map(SiteName::value)
                .or(() -> invocation.policyIn(Slot.THING).map(PolicyName::value))
                .map(ReservedFor::site);
    }

    private boolean isNobody(String said) {
        return !SELF.contains(said.toLowerCase(Locale.ROOT))
                && new PeopleSearch(directory).find(said) instanceof PeopleSearch.PeopleFound.NobodyFound;
    }

    /** Ends what the button was shown for; whatever else is there by then is asked about. */
    private Answer cancel(Invocation invocation) {
        return NamedNumber.then(
                invocation,
                tenant,
                number -> desk.store()
                        .open(number)
                        .filter(open -> !invocation.text(Slot.CHOICE).equals(Optional.of(ReservationCards.id(open))))
                        .map(open -> ReservationCards.confirm(open, notes))
                        .orElseGet(() -> ReservationCards.note(
                                desk.cancel(number, invocation.caller().id()))));
    }
}
