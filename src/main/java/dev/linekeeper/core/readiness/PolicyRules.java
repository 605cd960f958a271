package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.MicrosoftPages.cmdlet;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPolicy;
import static dev.linekeeper.core.readiness.judgement.Topic.POLICY;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules for the Shared Calling policy and its grant to a person. */
public final class PolicyRules {
    public static final Rule<PersonCase> ASSIGNED = ofPerson("POL-01", POLICY)
            .documented(SETUP)
            .fixedBy(PolicyRules::grant)
            .must(c -> when(
                    c.sharedCalling(),
                    policy -> when(
                            policy.policy(),
                            found -> c.target().isPresent() ? granted(c, policy, found) : applies(policy, found))));

    public static final Rule<PolicyCase> HAS_ACCOUNT = ofPolicy("POL-02", POLICY)
            .revision(2)
            .documented(cmdlet("New-CsTeamsSharedCallingRoutingPolicy"))
            .byAdmin()
            .onceMet(ASSIGNED)
            .must(c -> when(
                    c.account(),
                    account ->
                            when(account.account(), found -> found.isPresent() ? pass() : noAccount(c, account.id())),
                    () -> fail("POL-02.none", c.name())));

    public static final Rule<PolicyCase> ACCOUNT_SHARED = ofPolicy("POL-13", POLICY)
            .documented(SETUP)
            .nothingToDo()
            .onceMet(HAS_ACCOUNT)
            .should(c -> when(
                    c.account(),
                    account -> when(
                            c.tenantCase().inventory().policiesOf(account.id()),
                            all -> all.size() > 1 ? info("POL-13.several", all) : pass()),
                    () -> unmet(HAS_ACCOUNT)));

    static final Rule<PersonCase> FROM_A_GROUP = ofPerson("POL-15", POLICY)
            .documented(cmdlet("New-CsGroupPolicyAssignment"))
            .nothingToDo()
            .onceMet(ASSIGNED)
            .should(c -> when(c.person().policy(PolicyKind.SHARED_CALLING), assignment -> switch (assignment) {
                case Assignment.ByGroup(var policy, var group) -> info("POL-15.group", policy, group.value());
                case Assignment.Direct(var policy, var beneath) -> when(beneath, below -> beneath(policy, below));
                case Assignment.Inherited _ -> pass();
            }));

    static final List<Rule<PolicyCase>> OF_THE_POLICY = List.of(HAS_ACCOUNT, ACCOUNT_SHARED);

    static final List<Rule<PersonCase>> OF_THE_PERSON = List.of(ASSIGNED, FROM_A_GROUP);

    private PolicyRules() {}

    /** What {@code judge} says of the policy; there always is one once POL-02 is met. */
    static Verdict about(PolicyCase c, Function<Policy.SharedCalling, Verdict> judge) {
        return when(c.policy(), judge, () -> unmet(HAS_ACCOUNT));
    }

    /** Teams keeps an object id; a principal name there names nobody, and a person is no resource account. */
    private static Verdict noAccount(PolicyCase c, UserId named) {
        var byName = c.tenantCase().tenant().resourceAccounts().known().stream()
                .flatMap(all -> all.values().stream())
                .anyMatch(account -> AnyCase.same(account.userPrincipalName(), named.value()));
        return fail(byName ? "POL-02.by-name" : "POL-02.gone", c.name(), named.value());
    }

    private static Verdict applies(PolicyCase policy, Optional<Policy.SharedCalling> found) {
        if (found.isEmpty()) {
            return fail(policy.name().isGlobal() ? "POL-01.none" : "POL-01.gone", policy.name());
        }
        if (found.get().resourceAccount().isEmpty()) {
            return fail(policy.name().isGlobal() ? "POL-01.none" : "POL-01.no-account", policy.name());
        }
        return pass();
    }

    private static Verdict granted(PersonCase c, PolicyCase target, Optional<Policy.SharedCalling> found) {
        if (found.isEmpty()) {
            return fail("POL-01.gone", target.name());
        }
        return when(
                c.person().policy(PolicyKind.SHARED_CALLING),
                now -> now.policy().equals(target.name()) ? pass() : fail("POL-01.not-granted", target.name()));
    }

    private static Optional<Fact<Change>> grant(PersonCase c) {
        return c.target()
                .filter(name -> !name.equals(PolicyName.GLOBAL))
                .flatMap(name -> Fact.unlessAbsent(c.tenant().sharedCalling(name)))
                .map(policy -> policy.map(
                        it -> new Change.GrantPolicy(c.person().id(), PolicyKind.SHARED_CALLING, it.name())));
    }

    private static Verdict beneath(PolicyName direct, Assignment below) {
        return switch (below) {
            case Assignment.ByGroup(var policy, var group) -> info("POL-15.beneath", direct, policy, group.value());
            case Assignment.Direct _, Assignment.Inherited _ -> pass();
        };
    }
}
