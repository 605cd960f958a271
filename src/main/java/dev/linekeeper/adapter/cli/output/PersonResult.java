package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Optional;

/** One person's answers: the report, and what others see when they call. */
public record PersonResult(Report<PersonCase> report, CallerId callerId, EmergencyCallerId emergency) {
    public static PersonResult of(Report<PersonCase> report) {
        return new PersonResult(report, CallerIdResolver.normal(report), EmergencyCallerId.of(report));
    }

    public Person person() {
        return report.subject().person();
    }

    public String user() {
        return person().entry().userPrincipalName();
    }

    public Overall overall() {
        return report.overall();
    }

    /** The Shared Calling policy that applies, empty when only a Global one without an account is left. */
    Optional<PolicyName> policy() {
        return person().policy(PolicyKind.SHARED_CALLING)
                .known()
                .map(Assignment::policy)
                .filter(name -> !name.isGlobal() || hasAccount(name));
    }

    private boolean hasAccount(PolicyName name) {
        return report.subject().tenant().sharedCalling(name).known().stream()
                .flatMap(Optional::stream)
                .anyMatch(policy -> policy.resourceAccount().isPresent());
    }
}
