package dev.linekeeper.chat;

import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the configuration says of a person's emergency calls, or of those of everyone with a policy. */
final class EmergencyOf implements Command {
    private final Lookup lookup;

    EmergencyOf(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String verb() {
        return "emergency";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("emergency {thing}"),
                Phrase.of("emergency [(settings|calls|calling|call)] (of|for) {thing}"),
                Phrase.of("what happens (if|when) {thing} (dials|calls|rings) {digits}"),
                Phrase.of("(if|when) {thing} (dials|calls|rings) {digits}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        Optional<String> thing = slots.text(Slot.THING);
        if (thing.isEmpty()) {
            return Forms.of(verb(), "emergency {thing}", List.of(Forms.text(Slot.THING, true, "")));
        }
        Tenant tenant = lookup.tenant().tenant();
        return lookup.policies(tenant).stream()
                .filter(name -> name.value().equalsIgnoreCase(thing.get()))
                .findFirst()
                .<Answer>map(name -> PolicyEmergencies.of(PolicyEmergencyView.of(name, tenant, lookup.settings())))
                .orElseGet(() -> person(caller, thing.get(), slots, tenant));
    }

    private Answer person(Caller caller, String text, Slots slots, Tenant tenant) {
        return switch (lookup.person(
                text,
                caller,
                name -> new Ask.Pressed(verb(), slots.with(Slot.THING, name).inputs()))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var entry) -> {
                lookup.read(caller, entry.id(), verb());
                var person = lookup.person(entry);
                yield Emergencies.of(
                        person.displayName(),
                        EmergencyView.of(person, tenant, lookup.settings()),
                        slots.text(Slot.DIGITS));
            }
        };
    }
}
