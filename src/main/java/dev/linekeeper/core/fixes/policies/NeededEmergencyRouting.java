package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/** The emergency call routing policy that people of an account need, and whether it is as it has to be. */
public record NeededEmergencyRouting(AccountCase account) {
    /** What {@link #policy} finds, where it is missing or does not dial what it has to; the Global one is never ours. */
    public Fact<Optional<PolicyName>> wrong(Optional<String> written) {
        return Fact.flatMapPresent(
                policy(written),
                name -> isWrong(name).map(wrong -> Optional.of(name).filter(_ -> wrong && !name.isGlobal())));
    }

    /** The policy that is written, if there is one of that name; else what the settings name. */
    public Fact<Optional<PolicyName>> policy(Optional<String> written) {
        return account.tenantCase()
                .tenant()
                .policies(PolicyKind.EMERGENCY_CALL_ROUTING)
                .flatMap(all -> all.keySet().stream()
                        .filter(name -> WrittenPolicy.is(written, name))
                        .findFirst()
                        .map(name -> account.number().map(_ -> Optional.of(name)))
                        .orElseGet(this::namedBySettings));
    }

    public Fact<Optional<PolicyName>> namedBySettings() {
        return Fact.flatMapPresent(
                account.number(),
                number -> account.tenantCase()
                        .country(number)
                        .map(country -> country.flatMap(
                                it -> account.tenantCase().settings().emergencyCallRouting(number.type(), it))));
    }

    private Fact<Boolean> isWrong(PolicyName name) {
        return account.tenantCase()
                .tenant()
                .policy(name, EmergencyCallRouting.class)
                .flatMap(found -> found.isEmpty()
                        ? account.number().map(_ -> true)
                        : Fact.required(account.number(), () -> "there is no number")
                                .flatMap(number -> new NeededNumbers(account, name, number).righted())
                                .map(RightedNumbers::changeSomething));
    }
}
