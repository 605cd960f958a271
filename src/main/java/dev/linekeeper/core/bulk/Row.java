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
 * @param own the number of their own the person is to have; empty in a list of people to enrol
 */
public record Row(int number, String given, Optional<PolicyName> policy, Optional<NumberCells> own) {
    /** A number and its emergency location as they were written, the location empty for the one it has. */
    public record NumberCells(String number, String place) {}

    public Row(int number, String given, Optional<PolicyName> policy) {
        this(number, given, policy, Optional.empty());
    }

    /** A row that names no policy. */
    public Row(int number, String given) {
        this(number, given, Optional.empty());
    }
}
