package dev.linekeeper.core.callerid;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Optional;

/** The path of a person's calls to the telephone network, as configured. */
public sealed interface CallPath {

    /** Something the answer needs could not be read, or Shared Calling does not exist in this cloud; {@code because} says. */
    record UndeterminedPath(Explanation because) implements CallPath {}

    /** Voice is off, the licence is missing, or there is no policy, account or number to call with. */
    record NoPath(Explanation because) implements CallPath {}

    /**
     * With a number of one's own.
     *
     * @param number without extension
     * @param routed whether anything carries the call: false for a Direct Routing number without usages or Calling Plan
     * @param sharedToo the Shared Calling policy that applies as well and is not used
     */
    record OwnNumberPath(PhoneNumber number, NumberType type, boolean routed, Optional<PolicyName> sharedToo)
            implements CallPath {}

    /**
     * With the number of the account the Shared Calling policy names.
     *
     * @param contested whether the voice routing policy has usages too (rule VRP-01): which of both wins is not documented
     */
    record SharedCallingPath(
            Policy.SharedCalling policy, ResourceAccount account, TelephoneNumber number, boolean contested)
            implements CallPath {}

    /** The path of the person's main line, from a report in audit mode. */
    static CallPath of(Report<PersonCase> audit) {
        return new CallPathReader(audit).read();
    }

    /**
     * Whether a number with an extension has the number of a resource account as its base, which makes it an internal
     * extension and no number of one's own: callers see, and a callback reaches, the account's number.
     */
    static boolean isOfAnAccount(PhoneNumber number, Tenant tenant) {
        return number.extension().isPresent()
                && tenant.resourceAccounts().known().stream()
                        .flatMap(all -> all.values().stream())
                        .flatMap(account -> Fact.present(account.number()).stream())
                        .anyMatch(shared -> shared.base().equals(number.base()));
    }

    /** Whether the person's voice routing policy has a PSTN usage that exists in the tenant. */
    static Fact<Boolean> hasUsages(Person person, Tenant tenant) {
        return person.policy(PolicyKind.VOICE_ROUTING)
                .map(Assignment::policy)
                .flatMap(name -> Fact.required(
                        tenant.policy(name, Policy.VoiceRouting.class),
                        () -> "voice routing policy %s is not among those read".formatted(name)))
                .flatMap(policy -> tenant.existingUsages(policy.usages()).map(usages -> !usages.isEmpty()));
    }

    /**
     * With a number of one's own Shared Calling is not used, unless it is an extension and no PSTN usage leads
     * elsewhere.
     */
    static boolean callsWithOwnNumber(Person person, Tenant tenant) {
        return Fact.present(person.primaryNumber())
                .filter(number -> !isOfAnAccount(number, tenant))
                .filter(number -> number.extension().isEmpty()
                        || hasUsages(person, tenant).known().orElse(false))
                .isPresent();
    }
}
