package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.Sources.SETUP;
import static dev.linekeeper.core.readiness.Sources.cmdlet;
import static dev.linekeeper.core.readiness.Verdicts.fail;
import static dev.linekeeper.core.readiness.Verdicts.info;
import static dev.linekeeper.core.readiness.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.Verdicts.pass;
import static dev.linekeeper.core.readiness.Verdicts.unknown;
import static dev.linekeeper.core.readiness.Verdicts.warn;
import static dev.linekeeper.core.readiness.Verdicts.when;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the Shared Calling policy needs, and how a person comes by it. */
final class PolicyRules {
    static final Rule<PersonCase> ASSIGNED = Rule.<PersonCase>rule(
                    "POL-01", "A Shared Calling policy applies to the person")
            .documented(SETUP)
            .fixedBy(PolicyRules::grant)
            .must(c -> when(
                    c.sharedCalling(),
                    policy -> when(
                            policy.policy(),
                            found -> c.target().isPresent() ? granted(c, policy, found) : applies(policy, found))));

    static final Rule<PolicyCase> HAS_ACCOUNT = rule("POL-02", "The policy names a resource account that exists")
            .documented(cmdlet("New-CsTeamsSharedCallingRoutingPolicy"))
            .byAdmin()
            .onceMet("POL-01")
            .must(c -> when(
                    c.account(),
                    named -> named.map(account -> when(
                                    account.account(),
                                    found -> found.isPresent()
                                            ? pass()
                                            : fail(
                                                    "POL-02.gone",
                                                    c.name(),
                                                    account.id().value())))
                            .orElseGet(() -> fail("POL-02.none", c.name()))));

    static final Rule<PolicyCase> TOLL_FREE = rule("POL-05", "A toll-free number has callback numbers beside it")
            .documented(SETUP)
            .byAdmin()
            .onceMet("POL-02", "RES-05")
            .must(c -> about(
                    c,
                    policy -> policy.emergencyNumbers().isEmpty()
                            ? when(
                                    c.number(),
                                    number -> number.map(shared -> tollFree(c, shared))
                                            .orElseGet(Verdicts::pass))
                            : pass()));

    static final Rule<PolicyCase> CALLBACKS_RING_PEOPLE = rule(
                    "POL-11", "Emergency callbacks ring the person who called")
            .inferred(
                    "With an empty list the account's number is sent, so the emergency operator who calls back reaches"
                            + " the auto attendant; that this deserves a warning is our judgement.")
            .byAdmin()
            .onceMet("POL-02", "POL-05")
            .should(c -> about(
                    c, policy -> policy.emergencyNumbers().isEmpty() ? warn("POL-11.attendant", c.name()) : pass()));

    static final Rule<PolicyCase> POOL_SIZE = rule("POL-12", "How many emergency callbacks can be told apart")
            .inferred(
                    "A callback number is kept for one caller for 60 minutes, so there are as many callbacks an hour as"
                            + " there are numbers.")
            .nothingToDo()
            .onceMet("POL-02")
            .should(c -> about(
                    c,
                    policy -> policy.emergencyNumbers().isEmpty()
                            ? notApplicable("POL-12.empty", c.name())
                            : info(
                                    "POL-12.size",
                                    c.name(),
                                    policy.emergencyNumbers().size())));

    static final Rule<PolicyCase> ACCOUNT_SHARED = rule("POL-13", "Which other policies use the same account")
            .documented(SETUP)
            .nothingToDo()
            .onceMet("POL-02")
            .should(c -> when(
                    c.account(),
                    named -> named.map(account -> when(
                                    c.tenantCase().inventory().policiesOf(account.id()),
                                    all -> all.size() > 1 ? info("POL-13.several", all) : pass()))
                            .orElseGet(() -> notApplicable("na.prerequisite", "POL-02"))));

    static final Rule<PersonCase> FROM_A_GROUP = Rule.<PersonCase>rule("POL-15", "Whether a group grants the policy")
            .documented(cmdlet("New-CsGroupPolicyAssignment"))
            .nothingToDo()
            .onceMet("POL-01")
            .should(c -> when(c.person().policy(PolicyKind.SHARED_CALLING), assignment -> switch (assignment) {
                case Assignment.ByGroup(var policy, var group) -> info("POL-15.group", policy, group.value());
                case Assignment.Direct(var policy, var beneath) -> when(beneath, below -> beneath(policy, below));
                case Assignment.Inherited _ -> pass();
            }));

    static final List<Rule<PolicyCase>> OF_THE_POLICY =
            List.of(HAS_ACCOUNT, TOLL_FREE, CALLBACKS_RING_PEOPLE, POOL_SIZE, ACCOUNT_SHARED);

    static final List<Rule<PersonCase>> OF_THE_PERSON = List.of(ASSIGNED, FROM_A_GROUP);

    private PolicyRules() {}

    private static Rule.Draft<PolicyCase> rule(String id, String title) {
        return Rule.rule(id, title);
    }

    /** What {@code judge} says of the policy; there always is one once POL-02 is met. */
    static Verdict about(PolicyCase c, Function<Policy.SharedCalling, Verdict> judge) {
        return when(c.policy(), found -> found.map(judge).orElseGet(() -> notApplicable("na.prerequisite", "POL-02")));
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

    private static Optional<Change> grant(PersonCase c) {
        return c.target()
                .filter(name -> !name.equals(PolicyName.GLOBAL))
                .filter(name -> c.tenant()
                        .sharedCalling(name)
                        .known()
                        .filter(Optional::isPresent)
                        .isPresent())
                .map(name -> new Change.GrantPolicy(c.person().id(), PolicyKind.SHARED_CALLING, name));
    }

    private static Verdict tollFree(PolicyCase c, TelephoneNumber shared) {
        if (shared.type() != NumberType.CALLING_PLAN) {
            return pass();
        }
        return when(
                shared.country(),
                country -> country.flatMap(in -> Published.tollFree(shared.number(), in))
                        .map(free -> free ? fail("POL-05.empty", shared.number(), c.name()) : pass())
                        .orElseGet(
                                () -> unknown("whether %s is toll-free is not reported".formatted(shared.number()))));
    }

    private static Verdict beneath(PolicyName direct, Assignment below) {
        return switch (below) {
            case Assignment.ByGroup(var policy, var group) -> info("POL-15.beneath", direct, policy, group.value());
            case Assignment.Direct _, Assignment.Inherited _ -> pass();
        };
    }
}
