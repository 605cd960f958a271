package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import java.util.Optional;

/** Who answers when somebody calls the number back that they saw. */
public sealed interface Answering {

    /** The phone of the person who called rings. */
    record ThePerson() implements Answering {}

    /**
     * An auto attendant answers; callers find the person as {@code search} allows.
     *
     * @param operator who takes callers that ask for a person, when anybody does
     */
    record Attendant(String name, DirectorySearch search, Optional<String> operator) implements Answering {}

    /** A call queue answers: its agents, not the person who called. */
    record Queue() implements Answering {}

    /** Nothing is connected to the number. */
    record Nobody() implements Answering {}

    /** Could not be read, or there is no number to call back. */
    record Unknown() implements Answering {}
}
