package dev.linekeeper.core.tenant;

import java.util.Optional;

/**
 * A place in the Location Information Service.
 *
 * @param address one line, such as {@code 1 Pike Street, Seattle, WA 98101, US}
 * @param description what people call the place
 */
public record EmergencyLocation(
        LocationId id, String description, String address, Optional<Country> country, Validation validation) {
    public enum Validation {
        VALIDATED,
        INVALID,
        NOT_VALIDATED,
        UNKNOWN
    }
}
