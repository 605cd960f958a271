package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.PLAN;
import static dev.linekeeper.core.readiness.MicrosoftPages.RESOURCE_ACCOUNT_LICENCE;
import static dev.linekeeper.core.readiness.judgement.Rule.ofTenant;
import static dev.linekeeper.core.readiness.judgement.Topic.POLICY;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.TenantCase;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Rules for the tenant as a whole. */
public final class TenantRules {
    public static final Rule<TenantCase> PUBLIC_CLOUD = ofTenant("TEN-01", POLICY)
            .documented(PLAN)
            .nothingToDo()
            .must(c -> when(c.tenant().cloud(), cloud -> switch (cloud) {
                case WORLDWIDE -> pass();
                case GCC -> warn("TEN-01.unclear");
                case GCC_HIGH, DOD, CHINA -> fail("TEN-01.outside", cloud.called());
            }));

    public static final Rule<TenantCase> MODULE_VERSION = ofTenant("TEN-02", POLICY)
            .revision(2)
            .documented(PLAN)
            .byAdmin()
            .must(c -> when(
                    c.tenant().powerShellModule(), TenantRules::recentEnough, () -> notApplicable("TEN-02.not-used")));

    public static final Rule<TenantCase> FREE_LICENCES = ofTenant("TEN-03", POLICY)
            .revision(2)
            .documented(RESOURCE_ACCOUNT_LICENCE)
            .elsewhere()
            .should(c -> when(
                    c.tenant().resourceAccounts(),
                    accounts -> withoutLicence(accounts.values())
                            ? when(
                                    c.tenant().freeResourceAccountLicences(),
                                    free -> free > 0 ? pass() : warn("TEN-03.none"))
                            : pass()));

    /** Belongs to the policies: one policy that catches everyone. */
    public static final Rule<TenantCase> GLOBAL_POLICY = ofTenant("POL-14", POLICY)
            .inferred()
            .byAdmin()
            .onceMet(PolicyRules.ASSIGNED)
            .should(c -> when(
                    c.tenant().sharedCalling(PolicyName.GLOBAL),
                    global -> global.flatMap(Policy.SharedCalling::resourceAccount)
                                    .isPresent()
                            ? warn("POL-14.everyone")
                            : pass()));

    static final List<Rule<TenantCase>> ALL = List.of(PUBLIC_CLOUD, MODULE_VERSION, FREE_LICENCES, GLOBAL_POLICY);

    private TenantRules() {}

    private static boolean withoutLicence(Collection<ResourceAccount> accounts) {
        return accounts.stream()
                .flatMap(account -> account.plans().known().stream())
                .anyMatch(plans -> !PublishedData.holdsForNow(plans, PublishedData.RESOURCE_ACCOUNT)
                        && !PublishedData.mayHold(plans, PublishedData.RESOURCE_ACCOUNT));
    }

    private static Verdict recentEnough(String version) {
        try {
            return Arrays.compare(numbers(version), numbers(PublishedData.OLDEST_MODULE)) >= 0
                    ? pass()
                    : fail("TEN-02.old", version, PublishedData.OLDEST_MODULE);
        } catch (NumberFormatException _) {
            return unknown("'%s' is no version".formatted(version));
        }
    }

    /** The first three numbers of a version. */
    private static int[] numbers(String version) {
        var numbers = version.strip().split("[.-]", 4);
        if (numbers.length < 3) {
            throw new NumberFormatException(version);
        }
        return Arrays.stream(numbers).limit(3).mapToInt(Integer::parseInt).toArray();
    }
}
