package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/** The emergency call routing policy that the settings name for the type and country of an account's number. */
final class NeededEmergencyRouting {
    private NeededEmergencyRouting() {}

    /** Its name where the tenant does not have it; empty where none is named, or it is there; missing where that was not read. */
    static Fact<Optional<PolicyName>> lackedBy(AccountCase account) {
        return Fact.flatMapPresent(
                namedFor(account),
                name -> account.tenantCase()
                        .tenant()
                        .policy(name, EmergencyCallRouting.class)
                        .map(found -> found.isPresent() ? Optional.empty() : Optional.of(name)));
    }

    private static Fact<Optional<PolicyName>> namedFor(AccountCase account) {
        return Fact.flatMapPresent(
                account.number(),
                number -> account.tenantCase()
                        .country(number)
                        .map(country -> country.flatMap(
                                it -> account.tenantCase().settings().emergencyCallRouting(number.type(), it))));
    }
}
