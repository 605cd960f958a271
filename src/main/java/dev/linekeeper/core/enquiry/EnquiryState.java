package dev.linekeeper.core.enquiry;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/** How far an enquiry is. */
public sealed interface EnquiryState {
    /** Nobody has said yet that they see to it. */
    record EnquiryOpen() implements EnquiryState {}

    /** Somebody sees to it. */
    record EnquiryTaken(UserId by, Instant at) implements EnquiryState {}

    /** It is over; {@code answer} is for whoever asked. */
    record EnquiryAnswered(UserId by, Instant at, String answer) implements EnquiryState {}
}
