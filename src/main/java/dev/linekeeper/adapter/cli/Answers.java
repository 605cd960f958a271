package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.person.Person;

/** Everything the core says about people of one tenant; what they share is judged once. */
final class Answers {
    private final Readiness readiness;

    Answers(Look look) {
        this.readiness = new Readiness(look.tenant(), look.settings());
    }

    Judged of(Person person) {
        var report = readiness.audit(person);
        return new Judged(report, CallerIdResolver.normal(report), EmergencyCallerId.of(report));
    }
}
