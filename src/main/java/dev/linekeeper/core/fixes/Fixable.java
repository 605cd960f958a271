package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.SharedNumberRules;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be put right behind people. */
public enum Fixable {
    PLACE(StepName.SET_PLACE, List.of(SharedNumberRules.LOCATION, SharedNumberRules.ADDRESS)),
    ROUTING(StepName.SET_ACCOUNT_ROUTING, List.of(RoutingRules.ACCOUNT_USAGES, RoutingRules.ACCOUNT_ROUTES));

    private final StepName step;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Rule<AccountCase>> rules;

    /** The first rule is the one whose failing offers it; all of them hold once it is done, or it is not done. */
    Fixable(StepName step, List<Rule<AccountCase>> rules) {
        this.step = step;
        this.rules = rules;
    }

    static Fixable of(Fix<?> fix) {
        return switch (fix) {
            case PlaceOfNumber _ -> PLACE;
            case RoutingOfAccount _ -> ROUTING;
        };
    }

    /** What puts right that a rule fails; empty where that is somebody else's to do, or is part of an enrolment. */
    public static Optional<Fixable> of(RuleId rule) {
        return Stream.of(values()).filter(it -> it.rule().equals(rule)).findFirst();
    }

    public RuleId rule() {
        return rules.getFirst().id();
    }

    /** Whether it is for us to do: the place of some numbers is set by who carries them. */
    public boolean isOurs(AccountCase account) {
        return this != PLACE
                || Fact.present(account.number())
                        .filter(number -> !number.locationUpdateSupported())
                        .isEmpty();
    }

    StepName step() {
        return step;
    }

    List<Rule<AccountCase>> rules() {
        return rules;
    }
}
