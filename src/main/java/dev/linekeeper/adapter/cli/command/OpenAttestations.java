package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.attestation.AttestationLines;
import dev.linekeeper.chat.attestation.AttestationList;
import dev.linekeeper.chat.attestation.TestCallLines;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.TestCallStore;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.Optional;

/** The tenant, and what keeps attestations; closing it closes the store. */
public record OpenAttestations(
        AttestationDesk desk,
        TestCallStore tests,
        Roles roles,
        TenantReader reader,
        Directory directory,
        JudgementSettings settings,
        AuditWatch watch,
        Runnable stop)
        implements AutoCloseable {

    private TenantView tenant() {
        return new TenantView(reader, directory, settings);
    }

    /** The policy of that name, else the account; empty when there is neither. */
    public Optional<AttestedCase> named(String name) {
        var tenant = tenant();
        Readiness readiness = tenant.readiness(tenant.snapshot());
        return tenant.policies().stream()
                .filter(policy -> AnyCase.same(policy.value(), name))
                .findFirst()
                .map(policy -> AttestedCase.of(readiness.policy(policy).subject()))
                .or(() -> tenant.account(name)
                        .map(account ->
                                AttestedCase.of(readiness.account(account.id()).subject())));
    }

    /** What is attested, as the chat lists it. */
    public AttestationList list() {
        var names = new DisplayNames(directory, desk.clock());
        return new AttestationList(
                new AttestationLines(
                        desk.store(), desk.terms(), names, new TestCallLines(tests, names, desk.clock()), desk.clock()),
                tenant());
    }

    @Override
    public void close() {
        stop.run();
    }
}
