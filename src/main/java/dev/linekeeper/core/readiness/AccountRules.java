package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.Sources.RESOURCE_ACCOUNTS;
import static dev.linekeeper.core.readiness.Sources.RESOURCE_ACCOUNT_LICENCE;
import static dev.linekeeper.core.readiness.Sources.SETUP;
import static dev.linekeeper.core.readiness.Sources.cmdlet;
import static dev.linekeeper.core.readiness.Verdicts.fail;
import static dev.linekeeper.core.readiness.Verdicts.info;
import static dev.linekeeper.core.readiness.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.Verdicts.pass;
import static dev.linekeeper.core.readiness.Verdicts.unknown;
import static dev.linekeeper.core.readiness.Verdicts.warn;
import static dev.linekeeper.core.readiness.Verdicts.when;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ServicePlan;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the resource account behind a shared number needs; its number has {@link SharedNumberRules} of its own. */
final class AccountRules {
    static final Rule<AccountCase> EXISTS = rule(
                    "RES-01", "The resource account stands for an auto attendant or a call queue")
            .documented(cmdlet("New-CsOnlineApplicationInstance"))
            .byAdmin()
            .onceMet("POL-02")
            .must(c -> when(
                    c.account(),
                    found -> found.map(account -> when(account.application(), application -> switch (application) {
                                case AUTO_ATTENDANT, CALL_QUEUE -> pass();
                                case THIRD_PARTY -> warn("RES-01.third-party", account.displayName());
                            }))
                            .orElseGet(() -> fail("RES-01.none", c.id().value()))));

    static final Rule<AccountCase> LICENSED = rule("RES-02", "The account has the Teams Phone Resource Account licence")
            .documented(RESOURCE_ACCOUNT_LICENCE)
            .byAdmin()
            .onceMet("RES-01")
            .must(c -> about(c, ResourceAccount::plans, AccountRules::licence));

    static final Rule<AccountCase> USAGE_LOCATION = rule("RES-03", "The account has a usage location")
            .inferred("Without a usage location Entra refuses to assign the licences the account needs.")
            .byAdmin()
            .onceMet("RES-01")
            .must(c -> about(
                    c,
                    ResourceAccount::usageLocation,
                    (account, country) -> country.isPresent() ? pass() : fail("RES-03.none", account.displayName())));

    static final Rule<AccountCase> NUMBER = rule("RES-04", "The account has a phone number")
            .documented(SETUP)
            .byAdmin()
            .onceMet("RES-01")
            .must(c -> about(
                    c,
                    ResourceAccount::number,
                    (account, number) -> number.isPresent() ? pass() : fail("RES-04.none", account.displayName())));

    static final Rule<AccountCase> ANSWERED = rule("RES-16", "An auto attendant answers the shared number")
            .documented(SETUP)
            .byAdmin()
            .onceMet("RES-01")
            .must(c -> about(c, ResourceAccount::associations, (account, all) -> {
                if (leadsTo(all, Application.AUTO_ATTENDANT)) {
                    return pass();
                }
                if (leadsTo(all, Application.CALL_QUEUE)) {
                    return warn("RES-16.queue", account.displayName());
                }
                return c.tenantCase().settings().inboundRequired()
                        ? fail("RES-16.none", account.displayName())
                        : warn("RES-16.none", account.displayName());
            }));

    static final Rule<AccountCase> REACHABLE = rule("RES-17", "Callers can be put through to people")
            .inferred("The auto attendant is the only way in from outside, so a caller has to be able to find people"
                    + " by name or extension, or to ask an operator.")
            .byAdmin()
            .onceMet("RES-01")
            .should(AccountRules::reachable);

    static final Rule<AccountCase> SIGN_IN_BLOCKED = rule("RES-19", "Nobody can sign in as the account")
            .documented(RESOURCE_ACCOUNTS)
            .byAdmin()
            .onceMet("RES-01")
            .should(c -> about(
                    c,
                    ResourceAccount::signInEnabled,
                    (account, enabled) -> enabled ? warn("RES-19.enabled", account.displayName()) : pass()));

    static final Rule<AccountCase> OWN_CALLER_ID = rule("CLI-04", "The account has the tenant's default caller ID")
            .inferred("Shared Calling presents the caller ID of the account, so a caller ID policy on the account"
                    + " itself may change what people see.")
            .byAdmin()
            .onceMet("RES-01")
            .should(c -> about(
                    c,
                    account -> account.policy(PolicyKind.CALLING_LINE_IDENTITY),
                    (account, assignment) -> assignment.policy().isGlobal()
                            ? pass()
                            : warn("CLI-04.own", account.displayName(), assignment.policy())));

    static final List<Rule<AccountCase>> ALL =
            List.of(EXISTS, LICENSED, USAGE_LOCATION, NUMBER, ANSWERED, REACHABLE, SIGN_IN_BLOCKED, OWN_CALLER_ID);

    private AccountRules() {}

    private static Rule.Draft<AccountCase> rule(String id, String title) {
        return Rule.rule(id, title);
    }

    /** What {@code judge} says of a part of the account; there is always an account once RES-01 is met. */
    static <T> Verdict about(
            AccountCase c, Function<ResourceAccount, Fact<T>> part, BiFunction<ResourceAccount, T, Verdict> judge) {
        return when(
                c.account(),
                found -> found.map(account -> when(part.apply(account), value -> judge.apply(account, value)))
                        .orElseGet(() -> notApplicable("na.prerequisite", "RES-01")));
    }

    private static Verdict licence(ResourceAccount account, List<ServicePlan> plans) {
        if (!Published.holds(plans, Published.RESOURCE_ACCOUNT)) {
            return Published.holds(plans, Published.RESOURCE_ACCOUNT, ServicePlan.Status.UNKNOWN)
                    ? unknown("the state of the licence was not reported")
                    : fail("RES-02.none", account.displayName());
        }
        return Published.holds(plans, Published.PHONE_SYSTEM)
                ? warn("RES-02.user-licence", account.displayName())
                : pass();
    }

    private static boolean leadsTo(List<ResourceAccount.Association> all, Application application) {
        return all.stream().anyMatch(association -> association.type() == application);
    }

    private static Verdict reachable(AccountCase c) {
        return about(
                c,
                ResourceAccount::associations,
                (_, all) -> leadsTo(all, Application.AUTO_ATTENDANT)
                        ? when(attendant(c, all), AccountRules::judged)
                        : notApplicable("RES-17.no-attendant"));
    }

    /** The auto attendant that answers the account; missing when none of those read is it. */
    static Fact<AutoAttendant> attendant(AccountCase c, List<ResourceAccount.Association> associations) {
        return c.tenantCase()
                .tenant()
                .autoAttendants()
                .flatMap(all -> all.stream()
                        .filter(attendant -> attendant.accounts().contains(c.id())
                                || associations.stream()
                                        .anyMatch(association ->
                                                association.configurationId().equals(attendant.id())))
                        .findFirst()
                        .<Fact<AutoAttendant>>map(found -> c.account().map(_ -> found))
                        .orElseGet(() -> Fact.missing("the auto attendant of the account is not among those read")));
    }

    private static Verdict judged(AutoAttendant attendant) {
        if (attendant.directorySearch() == AutoAttendant.DirectorySearch.NONE) {
            return warn("RES-17.no-search", attendant.name());
        }
        if (attendant.operator().isEmpty()) {
            return warn("RES-17.no-operator", attendant.name());
        }
        return attendant.included().isEmpty() && attendant.excluded().isEmpty()
                ? pass()
                : info("RES-17.scope", attendant.name());
    }
}
