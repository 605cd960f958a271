package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.CALLER_ID;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;

/** Caller ID policies of the person. The account's caller ID is what people see, so most of these only mislead. */
public final class CallerIdRules {
    public static final Rule<PersonCase> NO_HIDING = ofPerson("CLI-01", PERSON)
            .inferred()
            .nothingToDo()
            .should(c -> when(callerId(c), policy -> {
                if (policy.substitute() == Policy.Substitute.ANONYMOUS) {
                    return warn("CLI-01.anonymous", name(c), policy.name());
                }
                return when(
                        policy.userMayHide(),
                        mayHide -> mayHide ? warn("CLI-01.override", name(c), policy.name()) : pass());
            }));

    public static final Rule<PersonCase> SAME_ACCOUNT = ofPerson("CLI-02", PERSON)
            .inferred()
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT)
            .should(c -> when(
                    callerId(c),
                    policy -> policy.substitute() == Policy.Substitute.RESOURCE
                            ? policy.resourceAccount()
                                    .map(named -> sameAccount(c, policy, named))
                                    .orElseGet(Verdicts::pass)
                            : pass()));

    public static final Rule<PersonCase> NO_DEAD_SUBSTITUTE = ofPerson("CLI-03", PERSON)
            .documented(CALLER_ID)
            .byAdmin()
            .should(c -> when(
                    callerId(c),
                    policy -> policy.substitute() == Policy.Substitute.SERVICE
                            ? warn("CLI-03.service", name(c), policy.name())
                            : pass()));

    static final List<Rule<PersonCase>> ALL = List.of(NO_HIDING, SAME_ACCOUNT, NO_DEAD_SUBSTITUTE);

    private CallerIdRules() {}

    private static Fact<CallingLineIdentity> callerId(PersonCase c) {
        return c.assigned(CallingLineIdentity.class);
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
        return Fact.present(Fact.flatMapPresent(c.tenant().resourceAccount(account), ResourceAccount::number))
                .<Object>map(number -> number)
                .orElseGet(account::value);
    }
}
