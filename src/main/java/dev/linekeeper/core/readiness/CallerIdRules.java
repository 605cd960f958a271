package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.Sources.CALLER_ID;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.Verdicts.pass;
import static dev.linekeeper.core.readiness.Verdicts.warn;
import static dev.linekeeper.core.readiness.Verdicts.when;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;

/** Caller ID policies of the person. The account's caller ID is what people see, so most of these only mislead. */
final class CallerIdRules {
    static final Rule<PersonCase> NO_HIDING = rule("CLI-01", "Nobody counts on hiding the number")
            .inferred("Microsoft replaces the person's caller ID by the account's, and its preview notes said blocking"
                    + " might not work; so a hidden number cannot be promised.")
            .nothingToDo()
            .should(c -> when(callerId(c), policy -> {
                if (policy.substitute() == Policy.Substitute.ANONYMOUS) {
                    return warn("CLI-01.anonymous", name(c), policy.name());
                }
                return policy.userMayHide() ? warn("CLI-01.override", name(c), policy.name()) : pass();
            }));

    static final Rule<PersonCase> SAME_ACCOUNT = rule("CLI-02", "The caller ID policy names no other account")
            .inferred("A caller ID policy that names another account promises a number Shared Calling does not show.")
            .byAdmin()
            .onceMet("POL-02")
            .should(c -> when(
                    callerId(c),
                    policy -> policy.substitute() == Policy.Substitute.RESOURCE
                            ? policy.resourceAccount()
                                    .map(named -> sameAccount(c, policy, named))
                                    .orElseGet(Verdicts::pass)
                            : pass()));

    static final Rule<PersonCase> NO_DEAD_SUBSTITUTE = rule(
                    "CLI-03", "The caller ID policy does not use the retired Service number")
            .documented(CALLER_ID)
            .byAdmin()
            .should(c -> when(
                    callerId(c),
                    policy -> policy.substitute() == Policy.Substitute.SERVICE
                            ? warn("CLI-03.service", name(c), policy.name())
                            : pass()));

    static final List<Rule<PersonCase>> ALL = List.of(NO_HIDING, SAME_ACCOUNT, NO_DEAD_SUBSTITUTE);

    private CallerIdRules() {}

    private static Rule.Draft<PersonCase> rule(String id, String title) {
        return Rule.rule(id, title);
    }

    private static Fact<CallingLineIdentity> callerId(PersonCase c) {
        return c.assigned(PolicyKind.CALLING_LINE_IDENTITY, CallingLineIdentity.class);
    }

    private static Verdict sameAccount(PersonCase c, CallingLineIdentity policy, UserId named) {
        return when(
                c.sharedCalling().flatMap(PolicyCase::account),
                account -> account.filter(shared -> !shared.id().equals(named))
                        .map(_ -> warn("CLI-02.other-account", policy.name(), numberOf(c, named)))
                        .orElseGet(Verdicts::pass));
    }

    /** The number of an account, or its id where the number is not known. */
    private static Object numberOf(PersonCase c, UserId account) {
        return c.tenant()
                .resourceAccount(account)
                .known()
                .flatMap(found -> found)
                .flatMap(found -> found.number().known())
                .flatMap(number -> number)
                .<Object>map(number -> number)
                .orElseGet(account::value);
    }
}
