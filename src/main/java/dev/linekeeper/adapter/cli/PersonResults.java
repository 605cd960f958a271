package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.output.PersonResult;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.person.Person;

/** Everything the core says about people of one tenant; what they share is judged once. */
final class PersonResults {
    private final Readiness readiness;

    PersonResults(TenantSession look) {
        this.readiness = new Readiness(look.tenant(), look.settings());
    }

    PersonResult of(Person person) {
        var report = readiness.audit(person);
        return new PersonResult(report, CallerIdResolver.normal(report), EmergencyCallerId.of(report));
    }
}
