package dev.linekeeper.simulator.faults;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/** A change in the tenant by another admin; {@code person} is an object id or user principal name. */
sealed interface ExternalChange {
    String person();

    /** The Teams Phone licence runs out. */
    record ExpiredLicence(String person) implements ExternalChange {}

    /** A policy is granted, or its grant revoked. */
    record DriftOfPolicy(String person, PolicyKind kind, Optional<PolicyName> policy) implements ExternalChange {}

    /** Voice is switched. */
    record DriftOfVoice(String person, boolean on) implements ExternalChange {}

    /** A number is assigned. */
    record DriftOfNumber(String person, PhoneNumber number) implements ExternalChange {}

    /** All numbers of the person are released. */
    record LostNumbers(String person) implements ExternalChange {}

    /** The person leaves a group, named by id or display name, or all groups with a direct membership. */
    record LeftGroup(String person, Optional<String> group) implements ExternalChange {}
}
