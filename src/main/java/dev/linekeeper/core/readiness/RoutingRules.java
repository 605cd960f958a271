package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.SharedNumberRules.about;
import static dev.linekeeper.core.readiness.judgement.Rule.ofAccount;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.ACCOUNT;
import static dev.linekeeper.core.readiness.judgement.Topic.FUNDING;
import static dev.linekeeper.core.readiness.judgement.Topic.POLICY;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.manual;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.stuck;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.VoiceRouteTable;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.VoiceRouting;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;

/** Rules for outgoing calls: paid for by the account's Calling Plan, or by the account's routes. Never by routes of the person. */
public final class RoutingRules {
    public static final Rule<AccountCase> PAY_AS_YOU_GO = ofAccount("RES-12", FUNDING)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(SharedNumberRules.TYPE)
            .must(c -> about(
                    c,
                    NumberType.CALLING_PLAN,
                    _ -> AccountRules.about(c, ResourceAccount::plans, RoutingRules::payment)));

    public static final Rule<AccountCase> CREDITS = ofAccount("RES-13", FUNDING)
            .revision(3)
            .documented(SETUP)
            .byAdmin()
            .onceMet(SharedNumberRules.TYPE)
            .should(c -> about(
                    c,
                    NumberType.CALLING_PLAN,
                    _ -> AccountRules.about(c, ResourceAccount::plans, RoutingRules::credits)));

    public static final Rule<AccountCase> ACCOUNT_USAGES = ofAccount("RES-14", ACCOUNT)
            .documented(SETUP)
            .byAdmin()
            .onceMet(SharedNumberRules.TYPE)
            .must(c -> about(
                    c,
                    NumberType.DIRECT_ROUTING,
                    _ -> when(
                            accountUsages(c),
                            usages -> usages.isEmpty() ? fail("RES-14.none", c.displayName()) : pass())));

    public static final Rule<AccountCase> ACCOUNT_ROUTES = ofAccount("RES-15", ACCOUNT)
            .inferred()
            .byAdmin()
            .onceMet(ACCOUNT_USAGES)
            .must(c -> about(c, NumberType.DIRECT_ROUTING, _ -> when(accountUsages(c), usages -> routed(c, usages))));

    public static final Rule<PersonCase> NO_USAGES = ofPerson("VRP-01", POLICY)
            .documented(SETUP)
            .fixedBy(RoutingRules::grantEmptyPolicy, RoutingRules::withoutEmptyPolicy)
            .must(c -> when(
                    c.assigned(VoiceRouting.class),
                    policy -> when(
                            c.tenantCase().routing().existing(policy.usages()),
                            usages -> usages.isEmpty()
                                    ? pass()
                                    : when(
                                            c.person().policy(PolicyKind.VOICE_ROUTING),
                                            from -> usagesFrom(from, usages)))));

    static final Rule<PersonCase> NO_DEAD_USAGES = ofPerson("VRP-02", POLICY)
            .inferred()
            .byAdmin()
            .onceMet(NO_USAGES)
            .should(c -> when(
                    c.assigned(VoiceRouting.class),
                    policy -> when(
                            c.tenantCase().routing().existing(policy.usages()),
                            valid -> valid.isEmpty() && !policy.usages().isEmpty()
                                    ? warn("VRP-02.gone", policy.name(), policy.usages())
                                    : pass())));

    static final List<Rule<AccountCase>> OF_THE_ACCOUNT =
            List.of(PAY_AS_YOU_GO, CREDITS, ACCOUNT_USAGES, ACCOUNT_ROUTES);

    static final List<Rule<PersonCase>> OF_THE_PERSON = List.of(NO_USAGES, NO_DEAD_USAGES);

    /** Whose failure leaves the shared number as it is and the calls with it in doubt. */
    public static final List<Rule<AccountCase>> CALLS_MAY_FAIL =
            List.of(SharedNumberRules.SUPPORTED_COUNTRY, PAY_AS_YOU_GO, ACCOUNT_USAGES, ACCOUNT_ROUTES);

    private RoutingRules() {}

    private static Verdict routed(AccountCase c, List<String> usages) {
        var routing = c.tenantCase().routing();
        return when(routing.routesFor(usages, route -> !route.hasDefaultPattern()), routes -> {
            if (!routes.isEmpty()) {
                return pass();
            }
            return when(
                    routing.routesFor(usages, VoiceRouteTable.CompiledRoute::hasDefaultPattern),
                    others -> others.isEmpty()
                            ? fail("RES-15.none", c.displayName())
                            : warn("RES-15.default-pattern", c.displayName()));
        });
    }

    private static Verdict payment(ResourceAccount account, List<ServicePlan> plans) {
        if (PublishedData.holds(plans, PublishedData.PAY_AS_YOU_GO)) {
            return pass();
        }
        var grace = PublishedData.grace(plans, PublishedData.PAY_AS_YOU_GO);
        if (grace.isPresent()) {
            return warn("RES-12.grace", account.displayName(), grace.get().name());
        }
        if (PublishedData.mayHold(plans, PublishedData.PAY_AS_YOU_GO)) {
            return LicenceRules.unread();
        }
        return PublishedData.holdsForNow(plans, PublishedData.CALLING_PLANS)
                ? warn("RES-12.other-plan", account.displayName())
                : fail("RES-12.none", account.displayName());
    }

    private static Verdict credits(ResourceAccount account, List<ServicePlan> plans) {
        if (PublishedData.holds(plans, PublishedData.CREDITS)) {
            return pass();
        }
        return PublishedData.mayHold(plans, PublishedData.CREDITS)
                ? LicenceRules.unread()
                : manual("RES-13.verify", account.displayName());
    }

    /** The usages of the account's voice routing policy that exist. */
    private static Fact<List<String>> accountUsages(AccountCase c) {
        return Fact.required(c.account(), () -> "there is no such account")
                .flatMap(account -> account.policy(PolicyKind.VOICE_ROUTING))
                .flatMap(assignment -> c.tenantCase().content(assignment.policy(), VoiceRouting.class))
                .flatMap(policy -> c.tenantCase().routing().existing(policy.usages()));
    }

    private static Verdict usagesFrom(Assignment assignment, List<String> usages) {
        return switch (assignment) {
            case Assignment.Direct direct -> fail("VRP-01.direct", direct.policy(), usages);
            case Assignment.ByGroup(var policy, var group) -> fail("VRP-01.group", policy, usages, group.value());
            case Assignment.Inherited _ -> fail("VRP-01.inherited-global", PolicyName.GLOBAL, usages);
        };
    }

    private static Optional<Fact<Change>> grantEmptyPolicy(PersonCase c) {
        return c.settings()
                .emptyVoiceRoutingPolicy()
                .flatMap(name -> Fact.unlessAbsent(c.tenant()
                        .policy(name, VoiceRouting.class)
                        .map(found -> found.filter(policy -> policy.usages().isEmpty()))))
                .map(policy ->
                        policy.map(it -> new Change.GrantPolicy(c.person().id(), PolicyKind.VOICE_ROUTING, it.name())));
    }

    private static Verdict withoutEmptyPolicy(PersonCase c, Verdict.Fail fail) {
        var named = c.settings().emptyVoiceRoutingPolicy();
        return named.isEmpty()
                ? stuck(fail, "no-empty-policy")
                : when(
                        c.tenant().policy(named.get(), VoiceRouting.class),
                        policy -> stuck(fail, "not-empty", policy.name(), policy.usages()),
                        () -> stuck(fail, "not-there", named.get()));
    }
}
