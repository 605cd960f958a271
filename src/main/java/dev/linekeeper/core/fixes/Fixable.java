package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.SharedNumberRules;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.UsageLocationOfAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be put right behind people. */
public enum Fixable {
    PLACE(StepName.SET_PLACE, List.of(SharedNumberRules.LOCATION, SharedNumberRules.ADDRESS)),
    ROUTING(StepName.SET_ACCOUNT_ROUTING, List.of(RoutingRules.ACCOUNT_USAGES, RoutingRules.ACCOUNT_ROUTES)),
    ATTENDANT(StepName.SET_ATTENDANT, List.of(AccountRules.ANSWERED)),
    /** The policy that the settings name for a number's type and country, where it is missing. */
    EMERGENCY_ROUTING(
            StepName.SET_EMERGENCY_ROUTING,
            List.of(
                    EmergencyRules.HAS_NUMBERS,
                    EmergencyRules.NO_USAGE,
                    EmergencyRules.USAGE,
                    EmergencyRules.ROUTED,
                    EmergencyDigitRules.LOCAL_NUMBERS,
                    EmergencyDigitRules.UNAMBIGUOUS)),
    USAGE_LOCATION(StepName.SET_USAGE_LOCATION, List.of(AccountRules.USAGE_LOCATION)),
    SIGN_IN(StepName.SET_SIGN_IN, List.of(AccountRules.SIGN_IN_BLOCKED));

    private final StepName step;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<? extends Rule<?>> rules;

    /** The first rule is the one whose failing offers it; all of them hold once it is done, or it is not done. */
    Fixable(StepName step, List<? extends Rule<?>> rules) {
        this.step = step;
        this.rules = rules;
    }

    static Fixable of(Fix<?> fix) {
        return switch (fix) {
            case PlaceOfNumber _ -> PLACE;
            case RoutingOfAccount _ -> ROUTING;
            case AttendantOfAccount _ -> ATTENDANT;
            case EmergencyRoutingPolicy _ -> EMERGENCY_ROUTING;
            case UsageLocationOfAccount _ -> USAGE_LOCATION;
            case SignInOfAccount _ -> SIGN_IN;
        };
    }

    /** What puts right that a rule fails; empty where that is somebody else's to do, or is part of an enrolment. */
    public static Optional<Fixable> of(RuleId rule) {
        return Stream.of(values()).filter(it -> it.rule().equals(rule)).findFirst();
    }

    public RuleId rule() {
        return rules.getFirst().id();
    }

    /** Whether what a rule says is put right: it fails, or warns. */
    public static boolean isAmiss(Outcome outcome) {
        return outcome == Outcome.FAIL || outcome == Outcome.WARN;
    }

    /** What the rule that offers it says of an account; a policy that is missing fails everybody who will need it. */
    public Outcome outcome(Report<AccountCase> report) {
        return this != EMERGENCY_ROUTING
                ? report.outcome(rules.getFirst())
                : isOurs(report.subject()) ? Outcome.FAIL : Outcome.PASS;
    }

    /** What Linekeeper has to be granted for it alone; empty where what it has anyway does. */
    public Optional<AccountRight> right() {
        return switch (this) {
            case USAGE_LOCATION -> Optional.of(AccountRight.USAGE_LOCATION);
            case SIGN_IN -> Optional.of(AccountRight.SIGN_IN);
            case PLACE, ROUTING, ATTENDANT, EMERGENCY_ROUTING -> Optional.empty();
        };
    }

    private boolean isGranted(AccountCase account) {
        return account.tenantCase()
                .tenant()
                .accountRights()
                .known()
                .filter(granted -> granted.containsAll(right().stream().toList()))
                .isPresent();
    }

    /**
     * Whether it is for us to do: the place of some numbers is set by who carries them, queues answer on purpose, and an account
     * in Entra is ours only where that was granted, as far as we could read.
     */
    public boolean isOurs(AccountCase account) {
        return switch (this) {
            case PLACE ->
                Fact.present(account.number())
                        .filter(number -> !number.locationUpdateSupported())
                        .isEmpty();
            case ROUTING -> true;
            case USAGE_LOCATION, SIGN_IN -> isGranted(account);
            case EMERGENCY_ROUTING ->
                Fact.present(NeededEmergencyRouting.lackedBy(account)).isPresent();
            case ATTENDANT ->
                Fact.present(account.account()).filter(Fixable::isUnanswered).isPresent();
        };
    }

    private static boolean isUnanswered(ResourceAccount account) {
        return account.associations().known().filter(List::isEmpty).isPresent()
                && account.application()
                        .known()
                        .filter(it -> it != Application.AUTO_ATTENDANT)
                        .isEmpty();
    }

    StepName step() {
        return step;
    }

    List<? extends Rule<?>> rules() {
        return rules;
    }
}
