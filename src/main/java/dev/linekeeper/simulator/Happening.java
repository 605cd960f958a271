package dev.linekeeper.simulator;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/** Something that somebody else does in the tenant while we work; {@code person} is an object id or user principal name. */
sealed interface Happening {
    String person();

    /** The Teams Phone licence runs out. */
    record ExpiredLicence(String person) implements Happening {}

    /** A policy is granted, or its grant taken away. */
    record DriftOfPolicy(String person, PolicyKind kind, Optional<PolicyName> policy) implements Happening {}

    /** Voice is switched. */
    record DriftOfVoice(String person, boolean on) implements Happening {}

    /** A number is assigned. */
    record DriftOfNumber(String person, PhoneNumber number) implements Happening {}

    /** Every number is taken away. */
    record LostNumbers(String person) implements Happening {}

    /** The person leaves a group, named by id or display name; or all they are directly in. */
    record LostApprover(String person, Optional<String> group) implements Happening {}
}
