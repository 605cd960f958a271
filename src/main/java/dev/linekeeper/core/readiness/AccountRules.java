package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.RESOURCE_ACCOUNTS;
import static dev.linekeeper.core.readiness.MicrosoftPages.RESOURCE_ACCOUNT_LICENCE;
import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.MicrosoftPages.cmdlet;
import static dev.linekeeper.core.readiness.judgement.Rule.ofAccount;
import static dev.linekeeper.core.readiness.judgement.Topic.ACCOUNT;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Rules for the resource account behind a shared number; rules for the number are in {@link SharedNumberRules}. */
public final class AccountRules {
    public static final Rule<AccountCase> EXISTS = ofAccount("RES-01", ACCOUNT)
            .documented(cmdlet("New-CsOnlineApplicationInstance"))
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT)
            .must(c -> when(
                    c.account(),
                    account -> when(account.application(), application -> switch (application) {
                        case AUTO_ATTENDANT, CALL_QUEUE -> pass();
                        case THIRD_PARTY -> warn("RES-01.third-party", account.displayName());
                    }),
                    () -> fail("RES-01.none", c.id().value())));

    public static final Rule<AccountCase> LICENSED = ofAccount("RES-02", ACCOUNT)
            .revision(3)
            .documented(RESOURCE_ACCOUNT_LICENCE)
            .byAdmin()
            .onceMet(EXISTS)
            .must(c -> about(c, ResourceAccount::plans, AccountRules::licence));

    public static final Rule<AccountCase> USAGE_LOCATION = ofAccount("RES-03", ACCOUNT)
            .inferred()
            .byAdmin()
            .onceMet(EXISTS)
            .must(c -> about(
                    c,
                    ResourceAccount::usageLocation,
                    (account, country) -> country.isPresent() ? pass() : fail("RES-03.none", account.displayName())));

    public static final Rule<AccountCase> NUMBER = ofAccount("RES-04", ACCOUNT)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(EXISTS)
            .must(c -> about(
                    c,
                    ResourceAccount::number,
                    (account, number) -> number.map(held -> heldBy(c, account, held))
                            .orElseGet(() -> fail("RES-04.none", account.displayName()))));

    public static final Rule<AccountCase> ANSWERED = ofAccount("RES-16", ACCOUNT)
            .documented(SETUP)
            .byAdmin()
            .onceMet(EXISTS)
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

    public static final Rule<AccountCase> REACHABLE = ofAccount("RES-17", ACCOUNT)
            .revision(3)
            .inferred()
            .byAdmin()
            .onceMet(EXISTS)
            .should(AccountRules::reachable);

    public static final Rule<AccountCase> SIGN_IN_BLOCKED = ofAccount("RES-19", ACCOUNT)
            .documented(RESOURCE_ACCOUNTS)
            .byAdmin()
            .onceMet(EXISTS)
            .should(c -> about(
                    c,
                    ResourceAccount::signInEnabled,
                    (account, enabled) -> enabled ? warn("RES-19.enabled", account.displayName()) : pass()));

    public static final Rule<AccountCase> OWN_CALLER_ID = ofAccount("CLI-04", PERSON)
            .inferred()
            .byAdmin()
            .onceMet(EXISTS)
            .should(c -> about(
                    c,
                    account -> account.policy(PolicyKind.CALLING_LINE_IDENTITY),
                    (account, assignment) -> assignment.policy().isGlobal()
                            ? pass()
                            : warn("CLI-04.own", account.displayName(), assignment.policy())));

    static final List<Rule<AccountCase>> ALL =
            List.of(EXISTS, LICENSED, USAGE_LOCATION, NUMBER, ANSWERED, REACHABLE, SIGN_IN_BLOCKED, OWN_CALLER_ID);

    private AccountRules() {}

    /** What {@code judge} says of a part of the account; there is always an account once RES-01 is met. */
    static <T> Verdict about(
            AccountCase c, Function<ResourceAccount, Fact<T>> part, BiFunction<ResourceAccount, T, Verdict> judge) {
        return when(
                c.account(),
                account -> when(part.apply(account), value -> judge.apply(account, value)),
                () -> unmet(EXISTS));
    }

    /** A number may have been ported or taken away since: then the inventory says so, and the account still names it. */
    private static Verdict heldBy(AccountCase c, ResourceAccount account, PhoneNumber number) {
        var entry = Fact.present(c.number());
        if (entry.filter(line -> line.status() == NumberStatus.UNASSIGNED).isPresent()) {
            return unknown("%s says that it has %s, the inventory says that nobody has it"
                    .formatted(account.displayName(), number));
        }
        return entry.flatMap(TelephoneNumber::target)
                .filter(holder -> !AnyCase.same(holder, account.id().value()))
                .map(holder -> unknown("%s says that it has %s, the inventory says that %s has it"
                        .formatted(account.displayName(), number, holder)))
                .orElseGet(Verdicts::pass);
    }

    private static Verdict licence(ResourceAccount account, List<ServicePlan> plans) {
        var grace = PublishedData.grace(plans, PublishedData.RESOURCE_ACCOUNT);
        if (!PublishedData.holds(plans, PublishedData.RESOURCE_ACCOUNT)) {
            if (grace.isPresent()) {
                return warn("RES-02.grace", account.displayName(), grace.get().name());
            }
            return PublishedData.mayHold(plans, PublishedData.RESOURCE_ACCOUNT)
                    ? LicenceRules.unread()
                    : fail("RES-02.none", account.displayName());
        }
        if (PublishedData.holdsForNow(plans, PublishedData.PHONE_SYSTEM)) {
            return warn("RES-02.user-licence", account.displayName());
        }
        return PublishedData.mayHold(plans, PublishedData.PHONE_SYSTEM) ? LicenceRules.unread() : pass();
    }

    private static boolean leadsTo(List<Association> all, Application application) {
        return all.stream().anyMatch(association -> association.type() == application);
    }

    private static Verdict reachable(AccountCase c) {
        return about(
                c,
                ResourceAccount::associations,
                (_, all) -> leadsTo(all, Application.AUTO_ATTENDANT)
                        ? when(attendant(c, all), AccountRules::attendantVerdict)
                        : notApplicable("RES-17.no-attendant"));
    }

    /** The auto attendant that answers the account; missing when none of those read is it. */
    static Fact<AutoAttendant> attendant(AccountCase c, List<Association> associations) {
        return c.tenantCase()
                .tenant()
                .autoAttendants()
                .flatMap(all -> all.stream()
                        .filter(attendant -> attendant.accounts().contains(c.id())
                                || associations.stream()
                                        .anyMatch(association ->
                                                AnyCase.same(association.configurationId(), attendant.id())))
                        .findFirst()
                        .<Fact<AutoAttendant>>map(found -> c.account().map(_ -> found))
                        .orElseGet(() -> Fact.missing("the auto attendant of the account is not among those read"
                                + Entries.lost(all.unread())
                                        .map(why -> "; " + why)
                                        .orElse(""))));
    }

    private static Verdict attendantVerdict(AutoAttendant attendant) {
        if (attendant.directorySearch().known().equals(Optional.of(AutoAttendant.DirectorySearch.NONE))) {
            return warn("RES-17.no-search", attendant.name());
        }
        if (attendant.operator().known().equals(Optional.of(Optional.empty()))) {
            return warn("RES-17.no-operator", attendant.name());
        }
        var scoped = attendant.included().with(attendant.excluded(), (in, out) -> !in.isEmpty() || !out.isEmpty());
        return when(
                attendant.directorySearch(),
                _ -> when(
                        attendant.operator(),
                        _ -> when(scoped, some -> some ? info("RES-17.scope", attendant.name()) : pass())));
    }
}
