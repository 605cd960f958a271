package dev.linekeeper.core.tenant;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of policy that decide whether Shared Calling works for someone; the content of each is a {@link Policy}. */
public enum PolicyKind {
    SHARED_CALLING("TeamsSharedCallingRoutingPolicy", Policy.SharedCalling.class),
    VOICE_ROUTING("OnlineVoiceRoutingPolicy", Policy.VoiceRouting.class),
    EMERGENCY_CALL_ROUTING("TeamsEmergencyCallRoutingPolicy", Policy.EmergencyCallRouting.class),
    EMERGENCY_CALLING("TeamsEmergencyCallingPolicy", Policy.EmergencyCalling.class),
    CALLING_LINE_IDENTITY("CallingLineIdentity", Policy.CallingLineIdentity.class),
    DIAL_PLAN("TenantDialPlan", Policy.DialPlan.class),
    DIAL_OUT("OnlineDialOutPolicy", Policy.DialOut.class),
    CALLING("TeamsCallingPolicy", Policy.Calling.class);

    private final String type;
    private final Class<? extends Policy> content;

    PolicyKind(String type, Class<? extends Policy> content) {
        this.type = type;
        this.content = content;
    }

    /** The policy type as Microsoft Graph and Teams PowerShell spell it. */
    public String type() {
        return type;
    }

    public Class<? extends Policy> content() {
        return content;
    }

    /** The kind of that policy type, in any case of letters; empty for a type that plays no part in Shared Calling. */
    public static Optional<PolicyKind> ofType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equalsIgnoreCase(type))
                .findFirst();
    }

    /** The kind whose policies are of that record type; throws IllegalArgumentException for any other class. */
    public static PolicyKind of(Class<? extends Policy> content) {
        for (var kind : values()) {
            if (kind.content == content) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of policy is a %s".formatted(content.getSimpleName()));
    }
}
