package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Activation;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code telephoneNumbers}: Graph's numberAssignment. */
final class NumberSection {
    private NumberSection() {}

    static TelephoneNumber number(JsonCursor number) {
        return new TelephoneNumber(
                number.at("telephoneNumber").phone(),
                NumberType.ofName(number.at("numberType").text()),
                number.at("capabilities").list(capability -> capability.known(Capability.class)).stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                number.at("activationState")
                        .or(Activation.UNKNOWN, at -> at.known(Activation.class).orElse(Activation.UNKNOWN)),
                number.at("assignmentStatus")
                        .or(
                                NumberStatus.UNKNOWN,
                                at -> at.known(NumberStatus.class).orElse(NumberStatus.UNKNOWN)),
                number.at("assignmentTargetId").words(),
                number.at("isoCountryCode").fact(JsonCursor::country),
                number.at("locationId").fact(at -> LocationId.of(at.words().orElse(null))),
                number.at("numberSource")
                        .or(
                                NumberSource.UNKNOWN,
                                at -> at.known(NumberSource.class).orElse(NumberSource.UNKNOWN)),
                number.at("portInStatus").words().filter(status -> !status.equalsIgnoreCase("completed")),
                number.at("supportedCustomerActions")
                        .or(
                                true,
                                at -> at.list(JsonCursor::text).stream().anyMatch("locationUpdate"::equalsIgnoreCase)),
                number.at("resourceAccountSharedCallingPolicySupported").fact(JsonCursor::flag));
    }
}
