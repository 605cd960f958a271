package dev.linekeeper.chat;

import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What happens if a number, a resource account or a policy goes away. Nothing is taken away here. */
final class ImpactOf implements Command {
    private final Lookup lookup;

    ImpactOf(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String verb() {
        return "impact";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("impact {thing}"),
                Phrase.of("impact"),
                Phrase.of("impact of [(removing|deleting|losing|releasing)] {thing}"),
                Phrase.of(
                        "what happens (if|when) [(the|our)] [(number|account|policy)] {thing} (goes away|goes|is gone|is removed|is deleted|is released|is ported)"),
                Phrase.of("what (happens|breaks) (if|when) (we|i) (lose|remove|delete|release|port) {thing}"),
                Phrase.of("(who|what) (uses|depends on) {thing}"),
                Phrase.of("(remove|delete|release) (number|account|policy) {thing}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN, Role.AUDITOR);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        Optional<String> thing = slots.text(Slot.THING);
        if (thing.isEmpty()) {
            return Forms.of(verb(), "impact {thing}", List.of(Forms.text(Slot.THING, true, "")));
        }
        String text = thing.get();
        Tenant tenant = lookup.tenant().tenant();
        return number(text)
                .map(number -> number(caller, number, tenant))
                .or(() -> lookup.policies(tenant).stream()
                        .filter(name -> name.value().equalsIgnoreCase(text))
                        .findFirst()
                        .map(name -> listing(caller, name, people -> Impact.ofPolicy(name, tenant, people))))
                .or(() -> lookup.account(text)
                        .map(account -> listing(
                                caller,
                                account.displayName(),
                                people -> Impact.ofAccount(account.id(), tenant, people))))
                .orElseGet(() -> Notes.of(Answer.Tone.INFO, "chat.impact.nothing", text));
    }

    /** A number however it is grouped. */
    private static Optional<PhoneNumber> number(String text) {
        return PhoneNumber.parse(text.replaceAll("[\\s().-]", ""));
    }

    private Answer number(Caller caller, PhoneNumber number, Tenant tenant) {
        return tenant.number(number).known().filter(Optional::isEmpty).isPresent()
                ? Notes.of(Answer.Tone.INFO, "chat.impact.not-listed", number)
                : listing(caller, number, people -> Impact.ofNumber(number, tenant, people));
    }

    private Answer listing(Caller caller, Object what, Function<Stream<Person>, Impact> impact) {
        Map<UserId, DirectoryEntry> people = new LinkedHashMap<>();
        var asTheyAre = new ArrayList<Person>();
        lookup.everyone(person -> {
            people.put(person.entry().id(), person.entry());
            asTheyAre.add(person);
        });
        Impact found = impact.apply(asTheyAre.stream());
        Stream.of(found.loseOutbound(), found.callDifferently(), found.cannotTell())
                .flatMap(List::stream)
                .forEach(id -> lookup.read(caller, id, verb()));
        var all = Impacts.of(what, found, people);
        return Listings.of(all.title(), all.text(), all.rows());
    }
}
