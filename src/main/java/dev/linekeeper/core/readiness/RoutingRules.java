package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.SharedNumberRules.about;
import static dev.linekeeper.core.readiness.Sources.SETUP;
import static dev.linekeeper.core.readiness.Verdicts.fail;
import static dev.linekeeper.core.readiness.Verdicts.pass;
import static dev.linekeeper.core.readiness.Verdicts.warn;
import static dev.linekeeper.core.readiness.Verdicts.when;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ServicePlan;
import java.util.List;
import java.util.Optional;

/** How calls leave: paid for by the account's Calling Plan, or by the account's routes. Never by routes of the person. */
final class RoutingRules {
    static final Rule<AccountCase> PAY_AS_YOU_GO = account(
                    "RES-12", "A pay-as-you-go Calling Plan pays for the account's calls")
            .documented(SETUP)
            .byAdmin()
            .onceMet("RES-05")
            .must(c -> about(
                    c,
                    NumberType.CALLING_PLAN,
                    _ -> AccountRules.about(c, ResourceAccount::plans, RoutingRules::payment)));

    static final Rule<AccountCase> CREDITS = account("RES-13", "The account's calls are funded")
            .documented(SETUP)
            .byAdmin()
            .onceMet("RES-05")
            .should(c -> about(
                    c,
                    NumberType.CALLING_PLAN,
                    _ -> AccountRules.about(
                            c,
                            ResourceAccount::plans,
                            (account, plans) -> Published.holds(plans, Published.CREDITS)
                                    ? pass()
                                    : warn("RES-13.verify", account.displayName()))));

    static final Rule<AccountCase> ACCOUNT_USAGES = account("RES-14", "The account may use a PSTN usage")
            .documented(SETUP)
            .byAdmin()
            .onceMet("RES-05")
            .must(c -> about(
                    c,
                    NumberType.DIRECT_ROUTING,
                    _ -> when(
                            accountUsages(c),
                            usages -> usages.isEmpty() ? fail("RES-14.none", c.displayName()) : pass())));

    static final Rule<AccountCase> ACCOUNT_ROUTES = account("RES-15", "A voice route carries the account's calls")
            .inferred("A PSTN usage leads nowhere unless a voice route with a gateway serves it, and the default"
                    + " pattern of a new route has no place for the + of E.164 numbers.")
            .byAdmin()
            .onceMet("RES-14")
            .must(c -> about(
                    c,
                    NumberType.DIRECT_ROUTING,
                    _ -> when(
                            accountUsages(c)
                                    .flatMap(usages -> c.tenantCase().routing().routesFor(usages)),
                            routes -> {
                                if (routes.isEmpty()) {
                                    return fail("RES-15.none", c.displayName());
                                }
                                return routes.stream().allMatch(Routing.Route::hasDefaultPattern)
                                        ? warn("RES-15.default-pattern", c.displayName())
                                        : pass();
                            })));

    static final Rule<PersonCase> NO_USAGES = person("VRP-01", "The person's voice routing policy has no PSTN usage")
            .documented(SETUP)
            .fixedBy(RoutingRules::grantEmptyPolicy)
            .must(c -> when(
                    c.assignedVoiceRouting(),
                    policy -> when(
                            c.tenantCase().routing().valid(policy.usages()),
                            usages -> usages.isEmpty()
                                    ? pass()
                                    : when(
                                            c.person().policy(PolicyKind.VOICE_ROUTING),
                                            from -> usagesFrom(from, usages)))));

    static final Rule<PersonCase> NO_DEAD_USAGES = person(
                    "VRP-02", "The person's voice routing policy names no deleted usage")
            .inferred("Usages that no longer exist do no harm today, but the policy becomes one with usages as soon as"
                    + " somebody creates a usage of that name.")
            .byAdmin()
            .onceMet("VRP-01")
            .should(c -> when(
                    c.assignedVoiceRouting(),
                    policy -> when(
                            c.tenantCase().routing().valid(policy.usages()),
                            valid -> valid.isEmpty() && !policy.usages().isEmpty()
                                    ? warn("VRP-02.gone", policy.name(), policy.usages())
                                    : pass())));

    static final List<Rule<AccountCase>> OF_THE_ACCOUNT =
            List.of(PAY_AS_YOU_GO, CREDITS, ACCOUNT_USAGES, ACCOUNT_ROUTES);

    static final List<Rule<PersonCase>> OF_THE_PERSON = List.of(NO_USAGES, NO_DEAD_USAGES);

    private RoutingRules() {}

    private static Rule.Draft<AccountCase> account(String id, String title) {
        return Rule.rule(id, title);
    }

    private static Rule.Draft<PersonCase> person(String id, String title) {
        return Rule.rule(id, title);
    }

    private static Verdict payment(ResourceAccount account, List<ServicePlan> plans) {
        if (Published.holds(plans, Published.PAY_AS_YOU_GO)) {
            return pass();
        }
        return Published.holds(plans, Published.CALLING_PLANS)
                ? warn("RES-12.other-plan", account.displayName())
                : fail("RES-12.none", account.displayName());
    }

    /** The usages of the account's voice routing policy that exist. */
    private static Fact<List<String>> accountUsages(AccountCase c) {
        return c.account()
                .flatMap(found -> found.map(account -> account.policy(PolicyKind.VOICE_ROUTING))
                        .orElseGet(() -> Fact.missing("there is no such account")))
                .flatMap(assignment -> c.tenantCase().voiceRouting(assignment.policy()))
                .flatMap(policy -> c.tenantCase().routing().valid(policy.usages()));
    }

    private static Verdict usagesFrom(Assignment assignment, List<String> usages) {
        return switch (assignment) {
            case Assignment.Direct direct -> fail("VRP-01.direct", direct.policy(), usages);
            case Assignment.ByGroup(var policy, var group) -> fail("VRP-01.group", policy, usages, group.value());
            case Assignment.Inherited _ -> fail("VRP-01.inherited-global", PolicyName.GLOBAL, usages);
        };
    }

    private static Optional<Change> grantEmptyPolicy(PersonCase c) {
        return c.settings()
                .emptyVoiceRoutingPolicy()
                .filter(name -> c.tenantCase()
                        .voiceRouting(name)
                        .known()
                        .filter(policy -> policy.usages().isEmpty())
                        .isPresent())
                .map(name -> new Change.GrantPolicy(c.person().id(), PolicyKind.VOICE_ROUTING, name));
    }
}
