package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.CallbackNumberRules;
import dev.linekeeper.core.readiness.CallingRules;
import dev.linekeeper.core.readiness.EmergencyCallbackRules;
import dev.linekeeper.core.readiness.EmergencyPlaceRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.UserRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules without which an emergency call, or a callback, is in doubt. */
final class DoubtfulRules {
    private static final List<Rule<?>> CALLS = Stream.<List<? extends Rule<?>>>of(
                    List.of(EmergencyRules.HAS_NUMBERS),
                    EmergencyRules.CALLS_MAY_FAIL,
                    RoutingRules.CALLS_MAY_FAIL,
                    List.of(AccountRules.NUMBER, EmergencyCallbackRules.TOLL_FREE, EmergencyPlaceRules.SITE_POLICIES),
                    List.of(UserRules.ENABLED_PERSON, UserRules.MAY_CALL, CallingRules.TOLL_BYPASS))
            .<Rule<?>>flatMap(List::stream)
            .toList();

    private static final List<Rule<?>> CALLBACKS =
            CallbackNumberRules.ALL.stream().<Rule<?>>map(rule -> rule).toList();

    private DoubtfulRules() {}

    static void judge(WorstFinding worst) {
        worst.rules(EmergencyLevel.IN_DOUBT, Outcome.FAIL, CALLS);
        worst.rules(EmergencyLevel.NOT_READ, Outcome.UNKNOWN, CALLS);
        worst.rules(EmergencyLevel.CALLBACK_UNSURE, Outcome.FAIL, CALLBACKS);
        worst.rules(EmergencyLevel.CALLBACK_UNSURE, Outcome.UNKNOWN, CALLBACKS);
    }
}
