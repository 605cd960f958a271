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

/** Reads {@code telephoneNumbers}. */
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

    /** The word, {@code unknown} when it is not there, not one we know, or not readable. */
    private static <E extends Enum<E>> E known(JsonCursor number, String member, E unknown) {
        return number.at(member)
                .fact(at -> at.known(unknown.getDeclaringClass()).orElse(unknown))
                .known()
                .orElse(unknown);
    }
}
