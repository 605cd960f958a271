package dev.linekeeper.chat.site;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.site.SiteDesk;
import dev.linekeeper.service.site.SiteReading;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The commands of a new site: begin or go on, choose, look at, close. None of them changes the tenant. */
public record SiteCommands(SiteDesk desk, SiteReading reading, Directory directory, Reservations reserved) {
    static final String SET_UP = "set-up";
    static final String SITES = "sites";
    static final int SHOWN = 40;
    private static final String CHOICES = " [[with] account {account}] [[with] number {number}] [[of] type {type}]"
            + " [[in] country {country}] [[at] place {place}] [[with] policy {thing}]";

    public List<Command> commands() {
        return List.of(
                command(SET_UP)
                        .by(Role.ADMIN)
                        .says(
                                "set up {name} [account {account}] [number {number}] [type {type}] [country {country}]"
                                        + " [place {place}] [policy {thing}]",
                                "set up",
                                "set up [(a|the)] [new] site [(called|named|for)] {name}" + CHOICES,
                                "set up {name}" + CHOICES,
                                "(prepare|plan|start|begin|continue|resume) [(a|the|with|with the)] [new] site {name}"
                                        + CHOICES,
                                "new site [{name}]",
                                "richte [(den|einen)] [neuen] [standort] {name} ein",
                                "(standort|neuen standort) {name} (einrichten|vorbereiten)",
                                "neuer standort [{name}]",
                                "(configure|configurer|prépare|préparer|preparer) [(le|un)] [nouveau] site {name}",
                                "mettre en place [(le|un)] [nouveau] [site] {name}",
                                "nouveau site [{name}]")
                        .asks(Slot.NAME)
                        .offers(Slot.ACCOUNT, Slot.NUMBER, Slot.TYPE, Slot.COUNTRY, Slot.PLACE, Slot.THING)
                        .labelled(Slot.NAME, "card.field.site")
                        .labelled(Slot.ACCOUNT, "card.field.site-account")
                        .labelled(Slot.NUMBER, "card.field.site-number")
                        .labelled(Slot.TYPE, "card.field.site-type")
                        .labelled(Slot.COUNTRY, "card.field.site-country")
                        .labelled(Slot.PLACE, "card.field.site-place")
                        .labelled(Slot.THING, "card.field.site-policy")
                        .answers(invocation -> named(invocation, name -> setUp(invocation, name))),
                command("site-choices")
                        .by(Role.ADMIN)
                        .says("choose for site {name}", "(choose|choices) (for|of) [the] site {name}")
                        .asks(Slot.NAME)
                        .labelled(Slot.NAME, "card.field.site")
                        .answers(invocation -> named(invocation, name -> choose(invocation, name))),
                command(SITES)
                        .by(Role.HELPDESK, Role.ADMIN, Role.AUDITOR, Role.OWNER)
                        .reads()
                        .says(
                                "sites [{name}]",
                                "site {name}",
                                "(show|list) [(all|the|my)] sites",
                                "how far is [the] site {name}")
                        .offers(Slot.NAME)
                        .labelled(Slot.NAME, "card.field.site")
                        .answers(this::show),
                command("close-site")
                        .by(Role.ADMIN)
                        .says("close site {name}", "close site", "(close|finish|end) [the] site {name}")
                        .asks(Slot.NAME)
                        .labelled(Slot.NAME, "card.field.site")
                        .answers(invocation -> named(invocation, name -> close(invocation, name))));
    }

    static Answer named(Invocation invocation, Function<SiteName, Answer> answer) {
        String written = invocation.text(Slot.NAME).orElse("");
        return SiteName.of(written)
                .map(answer)
                .orElseGet(() -> NoteCards.of(
                        Tone.INFO,
                        "chat.site.no-name",
                        written.substring(0, Math.min(SHOWN, written.length())),
                        SiteName.LONGEST));
    }

    /** Somebody's name is asked about before it becomes a site's: one also sets up people. */
    private Answer setUp(Invocation invocation, SiteName name) {
        if (!invocation.isPressed() && desk.store().find(name).isEmpty()) {
            List<DirectoryEntry> people = directory.search(name.value(), 1);
            if (!people.isEmpty()) {
                return siteOrPerson(invocation, name, people.getFirst());
            }
        }
        invocation.tellMeanwhile(NoteCards::reading);
        return WrittenChoices.read(
                invocation,
                tenant(),
                choices -> keptElsewhere(name, choices)
                        .<Answer>map(why -> new Answer.Note(
                                Tone.STOP, Explanation.of("chat.site.reserved", name.value()), why, List.of()))
                        .orElseGet(() -> look(
                                desk.choose(name, choices, invocation.caller().id()))));
    }

    /** Why the number that is chosen is not to be had for it. */
    private Optional<Explanation> keptElsewhere(SiteName name, SiteChoices choices) {
        var account = choices.account()
                .or(() -> desk.store().find(name).flatMap(site -> site.choices().account()));
        return choices.number()
                .flatMap(number -> new OtherClaims(List::of, reserved, directory).on(number, name, account));
    }

    private static Answer siteOrPerson(Invocation invocation, SiteName name, DirectoryEntry person) {
        return new WhichOne(
                Explanation.of("chat.site.site-or-person", name.value()),
                List.of(
                        new Option(
                                person.displayName(),
                                person.userPrincipalName(),
                                ChatInput.press(CommandVerbs.ENROL, Slot.PEOPLE, person.userPrincipalName())),
                        new Option(
                                Wording.of(invocation.caller().locale())
                                        .say(Explanation.of("chat.site.title", name.value())),
                                "",
                                invocation.buttonWith(Slot.NAME, name.value()))),
                false);
    }

    private Answer choose(Invocation invocation, SiteName name) {
        if (WrittenChoices.isAny(invocation)) {
            return setUp(invocation, name);
        }
        invocation.tellMeanwhile(NoteCards::reading);
        return new SiteForms(invocation, tenant(), reserved)
                .choices(name, desk.store().find(name).map(Site::choices).orElse(SiteChoices.NONE));
    }

    private Answer show(Invocation invocation) {
        if (invocation.text(Slot.NAME).isEmpty()) {
            return SiteCards.list(desk.store().open());
        }
        return named(
                invocation,
                name -> desk.store()
                        .find(name)
                        .map(site -> {
                            invocation.tellMeanwhile(NoteCards::reading);
                            return look(site);
                        })
                        .orElseGet(() -> none(name)));
    }

    private Answer close(Invocation invocation, SiteName name) {
        return desk.close(name, invocation.caller().id())
                .<Answer>map(site ->
                        NoteCards.of(Tone.INFO, "chat.site.closed", site.name().value()))
                .orElseGet(() -> none(name));
    }

    private static Answer none(SiteName name) {
        return NoteCards.of(Tone.INFO, "chat.site.none", name.value());
    }

    private Answer look(Site site) {
        var found = reading.of(site.name(), site.choices(), reading.settings());
        var buttons = new SiteButtons(found.checklist(), found.read().tenant());
        return SiteCards.of(found.checklist(), Optional.of(found.read().asOf()), buttons.all());
    }

    private Tenant tenant() {
        return reading.reader().freshTenant().tenant();
    }
}
