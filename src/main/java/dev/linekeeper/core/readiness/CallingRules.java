package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.cmdlet;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.Calling;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.net.URI;
import java.util.List;

/** Rules for the Teams calling policy of a person; its master switch is rule USR-14. */
public final class CallingRules {
    private static final URI PAGE = cmdlet("New-CsTeamsCallingPolicy");

    public static final Rule<PersonCase> TOLL_BYPASS = ofPerson("CAL-01", PERSON)
            .documented(PAGE)
            .byAdmin()
            .onceMet(SharedNumberRules.TYPE)
            .must(c -> when(c.assigned(Calling.class), policy -> tollBypass(c, policy)));

    static final Rule<PersonCase> SPEND_LIMIT = ofPerson("CAL-02", PERSON)
            .documented(PAGE)
            .nothingToDo()
            .should(c -> when(
                    c.assigned(Calling.class),
                    policy -> when(
                            policy.spendLimit(),
                            limit -> info("CAL-02.limit", name(c), policy.name(), limit),
                            Verdicts::pass)));

    static final List<Rule<PersonCase>> ALL = List.of(TOLL_BYPASS, SPEND_LIMIT);

    private CallingRules() {}

    private static Verdict tollBypass(PersonCase c, Calling policy) {
        return when(
                policy.preventTollBypass(),
                prevented -> prevented
                        ? when(c.number(), number -> blocked(policy, number), () -> unmet(SharedNumberRules.TYPE))
                        : pass());
    }

    private static Verdict blocked(Calling policy, TelephoneNumber number) {
        return number.type() == NumberType.DIRECT_ROUTING
                ? pass()
                : fail("CAL-01.bypass", policy.name(), number.type().productName());
    }
}
