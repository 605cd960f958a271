package dev.linekeeper.core.attestation;

import dev.linekeeper.core.attestation.AttestedSubject.SubjectKind;
import dev.linekeeper.core.readiness.EmergencyPlaceRules;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A policy with its account, or an account alone, as it is now: what can be attested of it.
 *
 * @param policy empty for an account alone
 * @param account the account behind the number; empty when it is not known, or there is none
 */
public record AttestedCase(Optional<PolicyCase> policy, Optional<AccountCase> account) {
    public static AttestedCase of(PolicyCase policy) {
        return new AttestedCase(Optional.of(policy), Fact.present(policy.account()));
    }

    public static AttestedCase of(AccountCase account) {
        return new AttestedCase(Optional.empty(), Optional.of(account));
    }

    /** What can be attested of the policy the person is judged under; nothing when that is not known. */
    public static Optional<AttestedCase> of(PersonCase person) {
        return person.sharedCalling().known().map(AttestedCase::of);
    }

    /** What the rule asks about here; empty when it asks a human nothing, or about something that is not known. */
    public Optional<AttestedSubject> subject(RuleId rule) {
        return AttestableRules.kind(rule).flatMap(kind -> switch (kind) {
            case ACCOUNT -> account.map(AccountCase::id).map(AttestedSubject::of);
            case POLICY -> policy.map(PolicyCase::name).map(AttestedSubject::of);
        });
    }

    /** What the rule says of it now; empty when it says nothing of such a thing. */
    public Optional<Verdict> verdict(RuleId rule) {
        return policy.isPresent()
                ? policy.flatMap(it -> it.tenantCase().report(it).findings().find(rule))
                        .map(Finding::verdict)
                : account.flatMap(it -> it.tenantCase().report(it).findings().find(rule))
                        .map(Finding::verdict);
    }

    /**
     * What an attestation for the rule rests on: the number and who carries it, with its address or the callback numbers where
     * the rule asks for those. The same text means that nothing of it changed. Missing when it could not be read.
     */
    public Fact<String> about(RuleId rule) {
        return AttestableRules.kind(rule).orElse(SubjectKind.ACCOUNT) == SubjectKind.POLICY
                ? callbacks().with(number(), "%s; %s"::formatted)
                : rule.equals(EmergencyPlaceRules.CARRIER_DATABASE.id())
                        ? number().with(address(), "%s, %s"::formatted)
                        : number();
    }

    /** How people name it: the policy, or the account. */
    public String name() {
        return policy.map(it -> it.name().value())
                .or(() -> account.map(AccountCase::displayName))
                .orElse("");
    }

    /** What to write for it in a sentence. */
    public String written() {
        return policy.map(it -> it.name().value())
                .or(() -> account.map(it -> Fact.present(it.account())
                        .map(ResourceAccount::userPrincipalName)
                        .orElseGet(it::displayName)))
                .orElse("");
    }

    private Fact<TelephoneNumber> entry() {
        return account.map(it -> Fact.required(it.number(), () -> "it has no number the tenant lists"))
                .orElseGet(() -> Fact.missing("there is no account"));
    }

    private Fact<String> number() {
        return entry().map(it -> "%s %s".formatted(it.number(), it.type().productName()));
    }

    private Fact<String> address() {
        return entry().flatMap(number -> Fact.flatMapPresent(
                        number.location(),
                        id -> account.orElseThrow().tenantCase().tenant().place(id)))
                .map(place -> place.map(EmergencyLocation::address).orElse("-"));
    }

    private Fact<String> callbacks() {
        return policy.map(it -> it.policy()
                        .map(found -> found.map(Policy.SharedCalling::emergencyNumbers).stream()
                                .flatMap(numbers -> numbers.stream())
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))))
                .orElseGet(() -> Fact.missing("there is no policy"));
    }
}
