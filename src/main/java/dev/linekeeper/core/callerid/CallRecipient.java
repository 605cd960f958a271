package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import java.util.Optional;

/** Who answers when somebody calls the number back that they saw. */
public sealed interface CallRecipient {

    /** The phone of the person who called rings. */
    record CallerThemselves() implements CallRecipient {}

    /**
     * An auto attendant answers; callers find the person as {@code search} allows.
     *
     * @param search empty when it could not be read
     * @param operator who takes callers that ask for a person, when anybody does
     */
    record Attendant(String name, Optional<DirectorySearch> search, Optional<String> operator)
            implements CallRecipient {}

    /** A call queue answers: its agents, not the person who called. */
    record Queue() implements CallRecipient {}

    /** Nothing is connected to the number. */
    record NobodyAnswers() implements CallRecipient {}

    /** Could not be read, or there is no number to call back. */
    record UnknownRecipient() implements CallRecipient {}
}
