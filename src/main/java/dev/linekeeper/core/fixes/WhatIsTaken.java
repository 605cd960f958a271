package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether somebody else has what a fix takes or changes, or is to have it by then: a number, a name, a policy; and who needs the
 * number it takes away.
 */
record WhatIsTaken(Fix<?> fix, Function<Fix<?>, Optional<Explanation>> claims) {
    /** Whether an account loses its number by it and gets no other. */
    static boolean isRelease(Fix<?> fix) {
        return fix instanceof NumberOfAccount && fix.after().isEmpty();
    }

    /** Empty where it can be had. What is taken back is given back, unless somebody else has the number by then. */
    Optional<OfPolicy> refusal(Purpose purpose, AccountCase account) {
        boolean backAnyway = purpose == Purpose.UNDO && (isRelease(fix) || !(fix instanceof NumberOfAccount));
        return backAnyway
                ? Optional.empty()
                : refusal(account).or(() -> claims.apply(fix).map(this::refused));
    }

    private Optional<OfPolicy> refusal(AccountCase account) {
        return switch (fix) {
            case NumberOfAccount it ->
                it.after()
                        .map(number -> taken(number, account))
                        .orElseGet(() -> it.before().flatMap(number -> needed(number, account)));
            case CallerIdPolicy it -> ofAccounts(it, account);
            case NewAccount it
            when it.before().isPresent() ->
                Optional.of(refused(Explanation.of("fix.account.other", it.userPrincipalName())));
            default -> Optional.empty();
        };
    }

    private Optional<OfPolicy> taken(PhoneNumber number, AccountCase account) {
        return new AccountNumberObstacle(account)
                .to(number)
                .fold(found -> found.map(this::refused), why -> Optional.of(FixRefusals.notRead(fix, why)));
    }

    /** Who calls with it, or is shown with it: a policy nobody has yet may be granted at any time. */
    private Optional<OfPolicy> needed(PhoneNumber number, AccountCase account) {
        var about = account.tenantCase();
        var lookup = NumberLookup.of(number, about.tenant(), about.settings().numberCountries());
        if (!lookup.sharedBy().isEmpty()) {
            return Optional.of(new PolicyRefused(
                    fix.subject(),
                    PolicyObstacle.IN_USE,
                    List.of(AccountRules.NUMBER.id().value()),
                    List.of(Explanation.of("fix.number.shared", number, lookup.sharedBy()))));
        }
        if (!lookup.replacing().isEmpty()) {
            return Optional.of(FixRefusals.refused(
                    fix, PolicyObstacle.IN_USE, Explanation.of("fix.number.replacing", number, lookup.replacing())));
        }
        if (Fact.present(lookup.listed())
                .filter(entry -> entry.source() == NumberSource.ON_PREMISES)
                .isPresent()) {
            return Optional.of(FixRefusals.refused(
                    fix, PolicyObstacle.NOT_OURS, Explanation.of("fix.number.on-premises", number)));
        }
        return lookup.unread().stream().findFirst().map(why -> FixRefusals.notRead(fix, why));
    }

    /** What an account shows is what everybody shows who calls by it. */
    private Optional<OfPolicy> ofAccounts(CallerIdPolicy policy, AccountCase account) {
        return account.tenantCase()
                .tenant()
                .resourceAccounts()
                .fold(
                        all -> all.values().stream()
                                .flatMap(one -> shows(policy, one).stream())
                                .findFirst(),
                        why -> Optional.of(FixRefusals.notRead(fix, why)));
    }

    private Optional<OfPolicy> shows(CallerIdPolicy policy, ResourceAccount account) {
        return account.policy(PolicyKind.CALLING_LINE_IDENTITY)
                .<Optional<OfPolicy>>fold(
                        has -> has.policy().equals(policy.name())
                                ? Optional.of(refused(Explanation.of(
                                        "fix.caller-id.of-account", policy.name(), account.userPrincipalName())))
                                : Optional.empty(),
                        why -> Optional.of(FixRefusals.notRead(fix, why)));
    }

    private OfPolicy refused(Explanation why) {
        return FixRefusals.refused(fix, PolicyObstacle.UNAVAILABLE, why);
    }
}
