package dev.linekeeper.core.readiness;

import java.net.URI;
import java.util.Locale;

/** The pages of Microsoft that rules and the guide rest on. */
public final class MicrosoftPages {
    public static final URI SETUP = learn("microsoftteams/shared-calling-setup");
    public static final URI PLAN = learn("microsoftteams/shared-calling-plan");
    public static final URI SCENARIO = learn("microsoftteams/shared-calling-scenario");
    public static final URI CALLER_ID = learn("microsoftteams/caller-id-policies");
    public static final URI RESOURCE_ACCOUNTS = learn("microsoftteams/manage-resource-accounts");
    public static final URI RESOURCE_ACCOUNT_LICENCE = learn("microsoftteams/teams-add-on-licensing/virtual-user");
    public static final URI DIRECT_ROUTING_EMERGENCY = learn("microsoftteams/considerations-direct-routing");
    public static final URI EMERGENCY_CALL_ROUTING = learn("microsoftteams/manage-emergency-call-routing-policies");
    public static final URI DISPATCHABLE_LOCATION = learn("microsoftteams/emergency-calling-dispatchable-location");

    private MicrosoftPages() {}

    /** A page of the Teams PowerShell reference. */
    public static URI cmdlet(String name) {
        return learn("powershell/module/microsoftteams/" + name.toLowerCase(Locale.ROOT));
    }

    private static URI learn(String page) {
        return URI.create("https://learn.microsoft.com/" + page);
    }
}
