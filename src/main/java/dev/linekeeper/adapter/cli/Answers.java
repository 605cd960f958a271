package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.callerid.Answering;
import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Everything the core says about people of one tenant. */
final class Answers {
    private final Tenant tenant;
    private final Settings settings;
    private final Readiness readiness;

    Answers(Tenant tenant, Settings settings) {
        this.tenant = tenant;
        this.settings = settings;
        this.readiness = new Readiness(tenant, settings);
    }

    Judged of(Person person) {
        return new Judged(readiness.audit(person), callerId(person), emergency(person));
    }

    CallerId callerId(Person person) {
        return new CallerId(
                CallerId.Kind.UNDETERMINED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Confidence.LOW,
                List.of(),
                Explanation.of("callerid.not-read", tenant, settings, person),
                new Answering.Unknown());
    }

    EmergencyCallerId emergency(Person person) {
        return new EmergencyCallerId(
                EmergencyCallerId.Kind.UNDETERMINED,
                List.of(),
                EmergencyCallerId.Callback.NONE,
                Confidence.LOW,
                List.of(),
                Explanation.of("callerid.not-read", person));
    }
}
