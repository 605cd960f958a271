package dev.linekeeper.chat.attestation;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.attestation.AttestationTerms;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.TestCallDesk;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.service.people.Role;
import java.time.Clock;
import java.time.ZoneOffset;

/** What is attested, over a real store. */
public final class AttestationsForTests {
    /** Half a year, and two weeks before its end it is near. */
    public static final AttestationTerms TERMS = new AttestationTerms(180, 14, ZoneOffset.UTC);

    private AttestationsForTests() {}

    public static AttestationDesk desk(OpenedStore store, AdminNews news, Clock clock) {
        return new AttestationDesk(
                store.attestations(), store.batches(), TERMS, news, store.trail(), store.transactions(), clock);
    }

    /** The commands, which voice admins may use. */
    public static AttestationCommands commands(OpenedStore store, TenantView tenant, DisplayNames names, Clock clock) {
        var lines = lines(store, names, clock);
        return new AttestationCommands(
                desk(store, DriftsForTests.news(store, clock).news(), clock),
                lines,
                new AttestationList(lines, tenant),
                tenant,
                new Days(clock, ZoneOffset.UTC),
                Role.ADMIN,
                new TestCallCommands(testCalls(store, clock), new TestCallCards(lines.tests()), tenant));
    }

    public static AttestationLines lines(OpenedStore store, DisplayNames names, Clock clock) {
        var tests = new TestCallLines(store.testCalls(), names, clock);
        return new AttestationLines(store.attestations(), TERMS, names, tests, clock);
    }

    public static TestCallDesk testCalls(OpenedStore store, Clock clock) {
        return new TestCallDesk(
                store.testCalls(),
                store.batches(),
                DriftsForTests.news(store, clock).news(),
                store.trail(),
                store.transactions(),
                clock);
    }
}
