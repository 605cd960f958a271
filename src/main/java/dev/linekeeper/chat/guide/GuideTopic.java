package dev.linekeeper.chat.guide;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.CallbackNumberRules;
import dev.linekeeper.core.readiness.CallerIdRules;
import dev.linekeeper.core.readiness.EmergencyCallbackRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.LicenceRules;
import dev.linekeeper.core.readiness.OwnNumberRules;
import dev.linekeeper.core.readiness.PolicyRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.SharedNumberRules;
import dev.linekeeper.core.readiness.TenantRules;
import dev.linekeeper.core.readiness.UserRules;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.AnyCase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What one can read about: facts of its own, and the rules that say the rest. */
enum GuideTopic {
    CONSIDERATIONS(
            List.of(GuideFact.CALLER_SEES, GuideFact.NUMBER_GONE),
            List.of(
                    SharedNumberRules.SUPPORTED_COUNTRY,
                    SharedNumberRules.OPERATOR_CONFIRMS,
                    TenantRules.PUBLIC_CLOUD,
                    CallerIdRules.NO_HIDING)),
    REQUIREMENTS(
            List.of(),
            List.of(
                    LicenceRules.TEAMS_PHONE,
                    UserRules.VOICE_ON,
                    OwnNumberRules.NO_OWN_NUMBER,
                    RoutingRules.NO_USAGES,
                    EmergencyRules.HAS_NUMBERS,
                    PolicyRules.ASSIGNED,
                    AccountRules.LICENSED,
                    AccountRules.NUMBER,
                    SharedNumberRules.FOR_VOICE_APPLICATIONS,
                    SharedNumberRules.LOCATION,
                    AccountRules.ANSWERED)),
    BENEFITS(List.of(GuideFact.NO_NUMBER, GuideFact.INSIDE, GuideFact.CALLBACK_RINGS), List.of()),
    COST(
            List.of(GuideFact.MINUTES, GuideFact.FREE_LICENCES, GuideFact.HEAVY_CALLERS),
            List.of(RoutingRules.PAY_AS_YOU_GO, RoutingRules.CREDITS, LicenceRules.NO_CALLING_PLAN)),
    SUPPORT(
            List.of(GuideFact.NOT_DOCUMENTED),
            List.of(
                    SharedNumberRules.TYPE,
                    SharedNumberRules.SUPPORTED_COUNTRY,
                    SharedNumberRules.OPERATOR_CONFIRMS,
                    TenantRules.PUBLIC_CLOUD,
                    TenantRules.MODULE_VERSION)),
    CALLBACK(
            List.of(GuideFact.CALLBACK_RINGS, GuideFact.NONE_FREE),
            List.of(
                    EmergencyCallbackRules.CALLBACKS_RING_PEOPLE,
                    EmergencyCallbackRules.TOLL_FREE,
                    CallbackNumberRules.SAME_TYPE,
                    CallbackNumberRules.SAME_COUNTRY,
                    CallbackNumberRules.USER_NUMBERS,
                    CallbackNumberRules.NOT_IN_USE,
                    CallbackNumberRules.IN_ONE_POLICY)),
    EMERGENCY(
            List.of(GuideFact.ADDRESS),
            List.of(
                    EmergencyRules.HAS_NUMBERS,
                    EmergencyRules.NO_USAGE,
                    EmergencyRules.USAGE,
                    SharedNumberRules.LOCATION,
                    EmergencyRules.ENHANCED)),
    LICENCES(
            List.of(GuideFact.FREE_LICENCES),
            List.of(LicenceRules.TEAMS_PHONE, AccountRules.LICENSED, RoutingRules.PAY_AS_YOU_GO, RoutingRules.CREDITS)),
    NUMBERS(
            List.of(GuideFact.NUMBER_GONE),
            List.of(
                    OwnNumberRules.NO_OWN_NUMBER,
                    SharedNumberRules.TYPE,
                    SharedNumberRules.FOR_VOICE_APPLICATIONS,
                    SharedNumberRules.SUPPORTED_COUNTRY,
                    SharedNumberRules.LOCATION,
                    CallbackNumberRules.SAME_TYPE)),
    CALLER_ID(
            List.of(GuideFact.CALLER_SEES),
            List.of(CallerIdRules.NO_HIDING, CallerIdRules.SAME_ACCOUNT, CallerIdRules.NO_DEAD_SUBSTITUTE));

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<GuideFact> facts;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Rule<?>> rules;

    GuideTopic(List<GuideFact> facts, List<Rule<?>> rules) {
        this.facts = facts;
        this.rules = rules;
    }

    List<GuideFact> facts() {
        return facts;
    }

    List<Rule<?>> rules() {
        return rules;
    }

    /** The topic of that name in the reader's language or in English. */
    static Optional<GuideTopic> named(String text, Wording reader) {
        return Arrays.stream(values())
                .filter(topic -> topic.names(reader).anyMatch(name -> AnyCase.same(name, text)))
                .findFirst();
    }

    /** What it is called, in the reader's language and in English. */
    Stream<String> names(Wording reader) {
        return Stream.concat(
                Stream.of(name()),
                Stream.of(reader, Wording.of(Locale.ENGLISH))
                        .flatMap(wording -> Stream.of(
                                wording.say("chat.guide.names." + this).split(", "))));
    }
}
