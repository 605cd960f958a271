package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.fixes.policies.NeededCallerId;
import dev.linekeeper.core.fixes.policies.NeededCalling;
import dev.linekeeper.core.fixes.policies.NeededEmergencyRouting;
import dev.linekeeper.core.fixes.policies.NeededEmptyRouting;
import dev.linekeeper.core.fixes.policies.WrittenPolicy;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.CallerIdRules;
import dev.linekeeper.core.readiness.CallingRules;
import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.readiness.EmergencyRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.SharedNumberRules;
import dev.linekeeper.core.readiness.UserRules;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
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
    /** Not what is offered where the rule fails: a policy that names an account that is gone would not name the new one. */
    ACCOUNT(StepName.CREATE_ACCOUNT, List.of(AccountRules.EXISTS)),
    /** Where a type of numbers is not assigned without a place, that has to hold at once, too. */
    NUMBER(
            StepName.SET_ACCOUNT_NUMBER,
            List.of(
                    AccountRules.NUMBER,
                    SharedNumberRules.TYPE,
                    SharedNumberRules.FOR_VOICE_APPLICATIONS,
                    SharedNumberRules.ACTIVE,
                    SharedNumberRules.SUPPORTED_COUNTRY,
                    SharedNumberRules.SUPPORTED_BY_MICROSOFT)),
    /** The policy for a number's type and country, where it is missing or does not dial what it has to. */
    EMERGENCY_ROUTING(
            StepName.SET_EMERGENCY_ROUTING,
            List.of(
                    EmergencyRules.HAS_NUMBERS,
                    EmergencyRules.NO_USAGE,
                    EmergencyRules.USAGE,
                    EmergencyRules.ROUTED,
                    EmergencyDigitRules.LOCAL_NUMBERS,
                    EmergencyDigitRules.UNAMBIGUOUS)),
    /** The voice routing policy without PSTN usages that the settings name, where it is missing. */
    EMPTY_ROUTING(StepName.SET_EMPTY_ROUTING, List.of(RoutingRules.NO_USAGES)),
    /** A caller ID policy of people that shows another account's number, or one that nothing shows any more. */
    CALLER_ID(StepName.SET_CALLER_ID, List.of(CallerIdRules.SAME_ACCOUNT, CallerIdRules.NO_DEAD_SUBSTITUTE)),
    /** A calling policy of people with which they cannot call. */
    CALLING(StepName.SET_CALLING, List.of(CallingRules.TOLL_BYPASS, UserRules.MAY_CALL)),
    USAGE_LOCATION(StepName.SET_USAGE_LOCATION, List.of(AccountRules.USAGE_LOCATION)),
    SIGN_IN(StepName.SET_SIGN_IN, List.of(AccountRules.SIGN_IN_BLOCKED));

    private final StepName step;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<? extends Rule<?>> rules;

    /** All the rules hold once it is done, or it is not done. */
    Fixable(StepName step, List<? extends Rule<?>> rules) {
        this.step = step;
        this.rules = rules;
    }

    /**
     * What a fix puts right.
     *
     * @throws IllegalArgumentException for the policy of a single number, which no rule asks for
     */
    public static Fixable of(Fix<?> fix) {
        return switch (fix) {
            case PlaceOfNumber _ -> PLACE;
            case RoutingOfAccount _ -> ROUTING;
            case AttendantOfAccount _ -> ATTENDANT;
            case EmergencyRoutingPolicy _ -> EMERGENCY_ROUTING;
            case EmptyRoutingPolicy _ -> EMPTY_ROUTING;
            case CallerIdPolicy _ -> CALLER_ID;
            case CallingPolicy _ -> CALLING;
            case UsageLocationOfAccount _ -> USAGE_LOCATION;
            case SignInOfAccount _ -> SIGN_IN;
            case PolicyOfNumber _ -> throw new IllegalArgumentException("No rule asks for a policy of a number");
            case NumberOfAccount _ -> NUMBER;
            case NewAccount _ -> ACCOUNT;
        };
    }

    /** What puts right that a rule fails; empty where that is somebody else's to do, or is part of an enrolment. */
    public static Optional<Fixable> of(RuleId rule) {
        return Stream.of(values()).filter(it -> it.offeredBy().contains(rule)).findFirst();
    }

    /** The rules whose failing offers it: the first of those it is for, and no routes and gateways, which are not ours. */
    public List<RuleId> offeredBy() {
        if (this == ACCOUNT) {
            return List.of();
        }
        return this == EMERGENCY_ROUTING || isOfPeople()
                ? rules.stream()
                        .<RuleId>map(Rule::id)
                        .filter(rule -> !rule.equals(EmergencyRules.ROUTED.id()))
                        .toList()
                : List.of(rule());
    }

    /** Whether it is about a policy that people have whatever they call by: which one, only their cards tell. */
    public boolean isOfPeople() {
        return this == CALLER_ID || this == CALLING;
    }

    public RuleId rule() {
        return rules.getFirst().id();
    }

    /** Whether what a rule says is put right: it fails, or warns. */
    public static boolean isAmiss(Outcome outcome) {
        return outcome == Outcome.FAIL || outcome == Outcome.WARN;
    }

    /** The same for the policy that is written, where it is about one. */
    public Outcome outcome(Report<AccountCase> report, Optional<String> written) {
        return policy(report.subject(), written)
                .map(found -> found.fold(name -> name.isPresent() ? Outcome.FAIL : Outcome.PASS, _ -> Outcome.UNKNOWN))
                .orElseGet(() -> report.outcome(rules.getFirst()));
    }

    /** The policy that is not as people of the account need it; empty for what is about no policy. */
    private Optional<Fact<Optional<PolicyName>>> policy(AccountCase account, Optional<String> written) {
        return switch (this) {
            case EMERGENCY_ROUTING -> Optional.of(new NeededEmergencyRouting(account).wrong(written));
            case EMPTY_ROUTING -> Optional.of(new NeededEmptyRouting(account).missing());
            case CALLER_ID ->
                Optional.of(new NeededCallerId(account).wrong(written).map(Fixable::first));
            case CALLING ->
                Optional.of(new NeededCalling(account).wrong(written).map(Fixable::first));
            case PLACE, ROUTING, ATTENDANT, USAGE_LOCATION, SIGN_IN, NUMBER, ACCOUNT -> Optional.empty();
        };
    }

    private static Optional<PolicyName> first(List<? extends Policy> wrong) {
        return wrong.stream().findFirst().map(Policy::name);
    }

    /** The policy of a person that it is about, where that is to be put right and is another than an account's people are given. */
    public Optional<String> policyOf(PersonCase person, AccountCase account) {
        return kind().flatMap(kind -> person.person().policy(kind).known())
                .map(Assignment::policy)
                .filter(name -> isOfPeople()
                        || !Fact.present(new NeededEmergencyRouting(account).namedBySettings())
                                .equals(Optional.of(name)))
                .map(PolicyName::value)
                .filter(written -> isOurs(account, Optional.of(written)));
    }

    /** The policy that is written, where it is about one that there is, and not about the Global one. */
    public Optional<PolicyName> written(Tenant tenant, Optional<String> written) {
        return kind().filter(_ -> this != EMPTY_ROUTING)
                .flatMap(kind -> tenant.policies(kind).known())
                .flatMap(all -> all.keySet().stream()
                        .filter(name -> !name.isGlobal() && WrittenPolicy.is(written, name))
                        .findFirst());
    }

    private Optional<PolicyKind> kind() {
        return switch (this) {
            case EMERGENCY_ROUTING -> Optional.of(PolicyKind.EMERGENCY_CALL_ROUTING);
            case CALLER_ID -> Optional.of(PolicyKind.CALLING_LINE_IDENTITY);
            case CALLING -> Optional.of(PolicyKind.CALLING);
            default -> Optional.empty();
        };
    }

    /** What several accounts may fail by: a policy, else the account itself. */
    public Object cause(AccountCase account) {
        return policy(account, Optional.empty())
                .<Object>flatMap(found -> Fact.present(found))
                .orElseGet(account::id);
    }

    /** What Linekeeper has to be granted for it alone; empty where what it has anyway does. */
    public Optional<AccountRight> right() {
        return switch (this) {
            case USAGE_LOCATION -> Optional.of(AccountRight.USAGE_LOCATION);
            case SIGN_IN -> Optional.of(AccountRight.SIGN_IN);
            default -> Optional.empty();
        };
    }

    /**
     * Whether it is for us to do: the place of some numbers is set by who carries them, queues answer on purpose, Teams
     * assigns no number to an account without its licence, and an account in Entra is ours only where that was granted, as far
     * as we could read.
     */
    public boolean isOurs(AccountCase account) {
        return isOurs(account, Optional.empty());
    }

    /** The same for the policy that is written, where it is about one. */
    public boolean isOurs(AccountCase account, Optional<String> written) {
        return switch (this) {
            case EMERGENCY_ROUTING, EMPTY_ROUTING, CALLER_ID, CALLING ->
                policy(account, written).flatMap(Fact::present).isPresent();
            default -> new OursToFix(account).is(this);
        };
    }

    StepName step() {
        return step;
    }

    /** What holds once it is done. */
    List<? extends Rule<?>> rules() {
        return rules;
    }
}
