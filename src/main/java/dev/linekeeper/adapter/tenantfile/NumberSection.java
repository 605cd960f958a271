package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Activation;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code telephoneNumbers} and {@code phoneNumberPolicyAssignments}. */
final class NumberSection {
    private NumberSection() {}

    static TelephoneNumber number(JsonCursor number) {
        return new TelephoneNumber(
                number.at("telephoneNumber").phone(),
                NumberType.ofName(number.at("numberType").text()),
                number.at("capabilities")
                        .fact(all -> all.list(capability -> capability.known(Capability.class)).stream()
                                .flatMap(Optional::stream)
                                .collect(Collectors.toUnmodifiableSet())),
                known(number, "activationState", Activation.UNKNOWN),
                known(number, "assignmentStatus", NumberStatus.UNKNOWN),
                PeopleSection.words(number, "assignmentTargetId"),
                number.at("isoCountryCode").fact(JsonCursor::country),
                number.at("locationId").fact(at -> LocationId.of(at.words().orElse(null))),
                known(number, "numberSource", NumberSource.UNKNOWN),
                PeopleSection.words(number, "portInStatus").filter(status -> !status.equalsIgnoreCase("completed")),
                number.at("supportedCustomerActions")
                        .fact(at -> at.list(JsonCursor::text).stream().anyMatch("locationUpdate"::equalsIgnoreCase))
                        .known()
                        .orElse(true),
                number.at("resourceAccountSharedCallingPolicySupported").fact(JsonCursor::flag));
    }

    /**
     * The Shared Calling policy granted to a number, as {@code Get-CsPhoneNumberPolicyAssignment} prints it; missing when the
     * entry is of that number and cannot be read otherwise, empty for another type of policy.
     */
    static Optional<Map.Entry<PhoneNumber, Fact<PolicyName>>> ownPolicy(JsonCursor grant) {
        var kind = grant.at("policyType").told(at -> PolicyKind.ofType(at.text()));
        return kind.known()
                        .filter(type -> !type.equals(Optional.of(PolicyKind.SHARED_CALLING)))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Map.entry(
                        grant.at("telephoneNumber").phone(),
                        kind.flatMap(_ -> grant.at("policyName").fact(JsonCursor::policyName))));
    }

    /** The word, {@code unknown} when it is not there, not one we know, or not readable. */
    private static <E extends Enum<E>> E known(JsonCursor number, String member, E unknown) {
        return number.at(member)
                .fact(at -> at.known(unknown.getDeclaringClass()).orElse(unknown))
                .known()
                .orElse(unknown);
    }
}
