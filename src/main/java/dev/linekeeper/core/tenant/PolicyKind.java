package dev.linekeeper.core.tenant;

import java.util.Arrays;
import java.util.Optional;

/** The eight kinds of policy that decide whether Shared Calling works for someone. */
public enum PolicyKind {
    SHARED_CALLING("TeamsSharedCallingRoutingPolicy"),
    VOICE_ROUTING("OnlineVoiceRoutingPolicy"),
    EMERGENCY_CALL_ROUTING("TeamsEmergencyCallRoutingPolicy"),
    EMERGENCY_CALLING("TeamsEmergencyCallingPolicy"),
    CALLING_LINE_IDENTITY("CallingLineIdentity"),
    DIAL_PLAN("TenantDialPlan"),
    DIAL_OUT("OnlineDialOutPolicy"),
    CALLING("TeamsCallingPolicy");

    private final String type;

    PolicyKind(String type) {
        this.type = type;
    }

    /** The policy type as Microsoft Graph and Teams PowerShell spell it. */
    public String type() {
        return type;
    }

    public static Optional<PolicyKind> ofType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equalsIgnoreCase(type))
                .findFirst();
    }
}
