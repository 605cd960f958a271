package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.attestation.AttestationLines;
import dev.linekeeper.chat.attestation.AttestationList;
import dev.linekeeper.chat.attestation.TestCallCards;
import dev.linekeeper.chat.attestation.TestCallCommands;
import dev.linekeeper.chat.attestation.TestCallLines;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.TestCallDesk;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.Optional;
import java.util.Set;

/** The tenant, and what keeps attestations; closing it closes the store. */
public record OpenAttestations(
        AttestationDesk desk,
        TestCallDesk tests,
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

    /** The Shared Calling policy of that name, in any case. */
    public Optional<PolicyName> policy(String name) {
        return tenant().policies().stream()
                .filter(policy -> AnyCase.same(policy.value(), name))
                .findFirst();
    }

    /** The policy of that name, else the account; empty when there is neither. */
    public Optional<AttestedCase> named(String name) {
        var tenant = tenant();
        Readiness readiness = tenant.readiness(tenant.snapshot());
        return policy(name)
                .map(policy -> AttestedCase.of(readiness.policy(policy).subject()))
                .or(() -> tenant.account(name)
                        .map(account ->
                                AttestedCase.of(readiness.account(account.id()).subject())));
    }

    /** What is attested, as the chat lists it. */
    public AttestationList list() {
        var names = new DisplayNames(directory, desk.clock());
        return new AttestationList(
                new AttestationLines(desk.store(), desk.terms(), names, lines(names), desk.clock()), tenant());
    }

    /** Test calls, as the chat notes and lists them. */
    public TestCallCommands testCalls() {
        return new TestCallCommands(
                tests, new TestCallCards(lines(new DisplayNames(directory, desk.clock()))), tenant());
    }

    private TestCallLines lines(DisplayNames names) {
        return new TestCallLines(tests.store(), names, desk.clock());
    }

    /**
     * Who acts. Somebody without the role is noted, and refused.
     *
     * @param verb what they want to do, as it is said after "may not"
     */
    public UserId permitted(ActingPerson acting, String verb, Role role) {
        UserId person = acting.member(directory);
        if (!roles.hasAny(person, Set.of(role))) {
            desk.refused(person, verb, role.name());
            throw new BadInput("%s may not %s: that is for the role %s".formatted(acting.name(""), verb, role));
        }
        return person;
    }

    @Override
    public void close() {
        stop.run();
    }
}
