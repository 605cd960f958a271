package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PolicyKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A read or a change of a tenant that one backend serves as a whole. */
public sealed interface Operation {
    /** Operations that one backend serves for all policies, people and numbers. */
    enum TenantOperation implements Operation {
        DIRECTORY_READ,
        VOICE_SETTINGS_READ,
        NUMBERS_READ,
        NUMBER_ASSIGNMENT,
        NUMBER_RELEASE,
        NUMBER_LOCATION,
        /** What answers calls to a resource account. */
        ACCOUNT_ASSOCIATION,
        ACCOUNT_CREATION,
        ACCOUNT_NUMBER,
        /** Making, changing and taking away an emergency call routing policy. */
        EMERGENCY_ROUTING_CHANGE,
        /** Making a voice routing policy without PSTN usages, and taking it away. */
        VOICE_ROUTING_CHANGE,
        /** Changing a caller ID or a calling policy. */
        CALLING_CHANGE,
        /** Granting a Shared Calling policy to a single number, and taking it away. */
        NUMBER_POLICY_CHANGE,
        GROUP_GRANTS_READ,
        /** Granting a policy to a group, and taking it away. */
        GROUP_GRANT_CHANGE,
        VOICE_SWITCH,
        PLACES_READ,
        RESOURCE_ACCOUNTS_READ,
        AUTO_ATTENDANTS_READ,
        ORGANISATION_READ,
        MODULE_VERSION_READ,
        APP_INSTALLATION
    }

    /** Granting a policy of the kind to a person, and taking the grant away. */
    record GrantOperation(PolicyKind kind) implements Operation {}

    /** Reading what the policies of the kind say. */
    record PolicyContentRead(PolicyKind kind) implements Operation {}

    /** All operations, in the order in which admins see them. */
    static List<Operation> all() {
        var kinds = PolicyKind.values();
        return Stream.of(
                        Arrays.<Operation>stream(TenantOperation.values()),
                        Arrays.stream(kinds).<Operation>map(GrantOperation::new),
                        Arrays.stream(kinds).<Operation>map(PolicyContentRead::new))
                .flatMap(operations -> operations)
                .toList();
    }
}
