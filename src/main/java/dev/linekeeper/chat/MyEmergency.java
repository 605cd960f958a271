package dev.linekeeper.chat;

import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Set;

/** What the configuration says of the caller's own emergency calls. */
final class MyEmergency implements Command {
    private final Lookup lookup;

    MyEmergency(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String verb() {
        return "my-emergency";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("emergency"),
                Phrase.of("[what (are|is)] my emergency [(settings|calls|calling|number)]"),
                Phrase.of("emergency (call|calls|calling|settings)"),
                Phrase.of("what happens (if|when) i (dial|call|ring) {digits}"),
                Phrase.of("(if|when) i (dial|call|ring) {digits}"),
                Phrase.of("what happens (if|when) i (dial|call|ring) (emergency|the emergency services)"),
                Phrase.of("(112|911|999|110)"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.USER);
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        Tenant tenant = lookup.tenant().tenant();
        return lookup.person(caller.id())
                .<Answer>map(person ->
                        Emergencies.own(EmergencyView.of(person, tenant, lookup.settings()), slots.text(Slot.DIGITS)))
                .orElseGet(Notes::stranger);
    }
}
