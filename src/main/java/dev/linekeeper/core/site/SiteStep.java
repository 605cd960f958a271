package dev.linekeeper.core.site;

import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.CallbackNumberRules;
import dev.linekeeper.core.readiness.EmergencyCallbackRules;
import dev.linekeeper.core.readiness.EmergencyPlaceRules;
import dev.linekeeper.core.readiness.MicrosoftPages;
import dev.linekeeper.core.readiness.PolicyRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.SharedNumberRules;
import dev.linekeeper.core.readiness.TenantRules;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What has to be done once for a shared number, in the documented order (src/docs/shared-calling.md): each with the rules
 * that tell whether it is, whose job it is, Microsoft's page, and what has to be done before it. Scripts read the names.
 */
public enum SiteStep {
    TENANT(
            Job.TEAMS_ADMIN,
            MicrosoftPages.PLAN,
            List.of(TenantRules.PUBLIC_CLOUD, TenantRules.MODULE_VERSION, TenantRules.GLOBAL_POLICY)),
    ACCOUNT(
            Job.TEAMS_ADMIN,
            MicrosoftPages.RESOURCE_ACCOUNTS,
            List.of(AccountRules.EXISTS, AccountRules.SIGN_IN_BLOCKED)),
    USAGE_LOCATION(Job.LICENCE_TEAM, MicrosoftPages.RESOURCE_ACCOUNTS, List.of(AccountRules.USAGE_LOCATION), ACCOUNT),
    LICENCE(
            Job.LICENCE_TEAM,
            MicrosoftPages.RESOURCE_ACCOUNT_LICENCE,
            List.of(AccountRules.LICENSED, TenantRules.FREE_LICENCES),
            USAGE_LOCATION),
    PAYMENT(Job.LICENCE_TEAM, MicrosoftPages.SETUP, List.of(RoutingRules.PAY_AS_YOU_GO), LICENCE),
    CREDITS(Job.FUNDING_OWNER, MicrosoftPages.SETUP, List.of(RoutingRules.CREDITS), LICENCE),
    NUMBER(
            Job.TEAMS_ADMIN,
            MicrosoftPages.cmdlet("Set-CsPhoneNumberAssignment"),
            List.of(AccountRules.NUMBER),
            LICENCE),
    NUMBER_USE(
            Job.TEAMS_ADMIN,
            MicrosoftPages.SETUP,
            List.of(
                    SharedNumberRules.TYPE,
                    SharedNumberRules.FOR_VOICE_APPLICATIONS,
                    SharedNumberRules.ACTIVE,
                    SharedNumberRules.SUPPORTED_COUNTRY,
                    SharedNumberRules.SUPPORTED_BY_MICROSOFT),
            NUMBER),
    PLACE(
            Job.TEAMS_ADMIN,
            MicrosoftPages.SETUP,
            List.of(SharedNumberRules.LOCATION, SharedNumberRules.ADDRESS),
            NUMBER),
    VOICE_ROUTING(
            Job.TEAMS_ADMIN,
            MicrosoftPages.SETUP,
            List.of(RoutingRules.ACCOUNT_USAGES, RoutingRules.ACCOUNT_ROUTES),
            NUMBER),
    ATTENDANT(Job.TEAMS_ADMIN, MicrosoftPages.SETUP, List.of(AccountRules.ANSWERED), ACCOUNT),
    MENU(Job.ATTENDANT_OWNER, MicrosoftPages.SCENARIO, List.of(AccountRules.REACHABLE), ATTENDANT),
    /** Of the policy the settings name for the number's type and country; those of people are judged as they are enrolled. */
    EMERGENCY_ROUTING(
            Job.TEAMS_ADMIN, MicrosoftPages.EMERGENCY_CALL_ROUTING, List.of(EmergencyPlaceRules.SITE_POLICIES)),
    EMPTY_ROUTING(Job.TEAMS_ADMIN, MicrosoftPages.SETUP, List.of()),
    POLICY(
            Job.OURS,
            MicrosoftPages.cmdlet("New-CsTeamsSharedCallingRoutingPolicy"),
            List.of(PolicyRules.HAS_ACCOUNT, PolicyRules.ACCOUNT_SHARED),
            LICENCE,
            PAYMENT,
            NUMBER_USE,
            PLACE,
            VOICE_ROUTING),
    CALLBACKS(
            Job.OURS,
            MicrosoftPages.SETUP,
            List.of(
                    CallbackNumberRules.SAME_TYPE,
                    CallbackNumberRules.SAME_COUNTRY,
                    EmergencyCallbackRules.TOLL_FREE,
                    CallbackNumberRules.USER_NUMBERS,
                    CallbackNumberRules.NOT_IN_USE,
                    CallbackNumberRules.IN_ONE_POLICY,
                    CallbackNumberRules.REACHABLE,
                    CallbackNumberRules.DIALLABLE,
                    EmergencyCallbackRules.CALLBACKS_RING_PEOPLE,
                    EmergencyCallbackRules.POOL_SIZE),
            POLICY),
    CALLER_ID(Job.TEAMS_ADMIN, MicrosoftPages.CALLER_ID, List.of(AccountRules.OWN_CALLER_ID), ACCOUNT),
    OPERATOR(Job.OPERATOR, MicrosoftPages.SETUP, List.of(SharedNumberRules.OPERATOR_CONFIRMS), NUMBER),
    GATEWAY(Job.GATEWAY_TEAM, MicrosoftPages.PLAN, List.of(SharedNumberRules.SBC_SIZED), NUMBER),
    CARRIER_ADDRESS(Job.OPERATOR, MicrosoftPages.SETUP, List.of(EmergencyPlaceRules.CARRIER_DATABASE), PLACE, POLICY),
    TEST_CALL(Job.TEAMS_ADMIN, MicrosoftPages.SCENARIO, List.of(), POLICY);

    private final Job job;
    private final URI page;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Rule<?>> rules;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<SiteStep> after;

    SiteStep(Job job, URI page, List<Rule<?>> rules, SiteStep... after) {
        this.job = job;
        this.page = page;
        this.rules = rules;
        this.after = List.of(after);
    }

    public Job job() {
        return job;
    }

    /** Microsoft's page on how it is done. */
    public URI page() {
        return page;
    }

    public List<Rule<?>> rules() {
        return rules;
    }

    /** The one type of numbers that needs it; empty where all do. */
    Optional<NumberType> only() {
        return switch (this) {
            case PAYMENT, CREDITS -> Optional.of(NumberType.CALLING_PLAN);
            case OPERATOR -> Optional.of(NumberType.OPERATOR_CONNECT);
            case VOICE_ROUTING, GATEWAY -> Optional.of(NumberType.DIRECT_ROUTING);
            default -> Optional.empty();
        };
    }

    /** Whether Linekeeper can be asked for it as soon as what comes before it is done. */
    boolean isOursInTurn() {
        return switch (this) {
            case NUMBER, PLACE, VOICE_ROUTING, ATTENDANT -> true;
            default -> job == Job.OURS;
        };
    }

    List<SiteStep> after() {
        return after;
    }

    public Explanation title() {
        return Explanation.of("site.step." + name());
    }
}
