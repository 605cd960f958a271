package dev.linekeeper.chat;

import dev.linekeeper.core.readiness.Readiness;
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
                Phrase.of(
                        "what happens (if|when) i (dial|call|ring) (112|911|999|933|110|000|emergency|the emergency services)"),
                Phrase.of("(if|when) i (dial|call|ring) (112|911|999|110|000)"),
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
                        Emergencies.of("own", person, Readiness.audit(person, tenant, lookup.settings()), tenant))
                .orElseGet(Notes::stranger);
    }
}
