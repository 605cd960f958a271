package dev.linekeeper.core.bulk;

import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/**
 * A row of a list of people.
 *
 * @param number as a spreadsheet counts them, the header being row 1; where there is no header, the first person is row 1
 * @param given what names the person, as it was written: a user principal name, mail address, object id, name, or
 *     telephone number
 * @param policy the Shared Calling policy the row itself names; empty when it names none
 */
public record Row(int number, String given, Optional<PolicyName> policy) {
    /** A row that names no policy. */
    public Row(int number, String given) {
        this(number, given, Optional.empty());
    }
}
