package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import java.util.List;

/** What of an account and its number is for us to put right, as far as it could be read. */
record OursToFix(AccountCase account) {
    boolean is(Fixable what) {
        return switch (what) {
            case PLACE ->
                Fact.present(account.number())
                        .filter(number -> !number.locationUpdateSupported())
                        .isEmpty();
            case USAGE_LOCATION, SIGN_IN ->
                account.tenantCase()
                        .tenant()
                        .accountRights()
                        .known()
                        .filter(granted ->
                                granted.containsAll(what.right().stream().toList()))
                        .isPresent();
            case NUMBER ->
                Fact.present(account.account()).filter(OursToFix::isLicensed).isPresent();
            case ATTENDANT ->
                Fact.present(account.account()).filter(OursToFix::isUnanswered).isPresent();
            default -> true;
        };
    }

    private static boolean isUnanswered(ResourceAccount account) {
        return account.associations().known().filter(List::isEmpty).isPresent()
                && account.application()
                        .known()
                        .filter(it -> it != Application.AUTO_ATTENDANT)
                        .isEmpty();
    }

    private static boolean isLicensed(ResourceAccount account) {
        return account.plans()
                .known()
                .flatMap(held -> PublishedData.heldForNow(held, PublishedData.RESOURCE_ACCOUNT))
                .orElse(false);
    }
}
