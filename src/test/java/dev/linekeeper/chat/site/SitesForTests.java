package dev.linekeeper.chat.site;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.attestation.AttestationsForTests;
import dev.linekeeper.chat.numbers.ReservationsForTests;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.site.SiteDesk;
import dev.linekeeper.service.site.SiteReading;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;

/** Sites over a real store. */
public final class SitesForTests {
    private SitesForTests() {}

    public static SiteDesk desk(OpenedStore store, Clock clock) {
        return new SiteDesk(store.sites(), store.trail(), store.transactions(), clock);
    }

    public static SiteReading reading(
            OpenedStore store,
            TenantReader reader,
            JudgementSettings settings,
            Organisation organisation,
            Clock clock) {
        return new SiteReading(
                reader,
                settings,
                store.attestations(),
                AttestationsForTests.TERMS,
                store.testCalls(),
                organisation,
                clock);
    }

    public static SiteCommands commands(
            OpenedStore store, TenantReader reader, JudgementSettings settings, TenantPorts ports, Clock clock) {
        return new SiteCommands(
                desk(store, clock),
                reading(store, reader, settings, ports.organisation(), clock),
                ports.directory(),
                ReservationsForTests.inForce(store, clock));
    }
}
