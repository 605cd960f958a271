package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.cards.CallerIdCards;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;

/**
 * One person's answers: the report, and what others see when they call.
 *
 * @param said what people said that the report does not know
 */
public record PersonResult(
        Report<PersonCase> report, CallerId callerId, EmergencyCallerId emergency, KeptStatements said) {
    public static PersonResult of(Report<PersonCase> report) {
        return of(report, KeptStatements.NONE);
    }

    public static PersonResult of(Report<PersonCase> report, KeptStatements said) {
        return new PersonResult(report, CallerIdResolver.normal(report), EmergencyCallerId.of(report), said);
    }

    /** Every finding, with what somebody attested. */
    List<Finding<PersonCase>> findings() {
        return said.on(report.findings(), AttestedCase.of(report.subject()));
    }

    /** Which number others see, as the chat says it. */
    public Sheet card() {
        return said.on(person().id(), CallerIdCards.of("other", person().displayName(), report));
    }

    /** A verdict with the last test calls of the person's policy. */
    Explanation tested(Explanation verdict) {
        return said.tested(verdict, AttestedCase.of(report.subject()));
    }

    /** That an emergency gap is accepted for the person. */
    Fact<Optional<Explanation>> override() {
        return said.note(person().id());
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
