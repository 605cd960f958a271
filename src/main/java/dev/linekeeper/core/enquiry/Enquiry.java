package dev.linekeeper.core.enquiry;

import dev.linekeeper.core.enquiry.EnquiryState.EnquiryAnswered;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/**
 * Something that somebody asks of the voice team. Nothing of the tenant is changed by it.
 *
 * @param id its own, of those that requests have
 * @param person for whom it is; {@code asker}, unless somebody asked for another
 * @param words what they need, in their own words
 * @param since since when, in their own words; may be empty
 */
public record Enquiry(
        RequestId id,
        EnquiryKind kind,
        UserId person,
        UserId asker,
        String words,
        String since,
        Instant at,
        EnquiryState state) {
    public boolean isOpen() {
        return !(state instanceof EnquiryAnswered);
    }

    /** Whether they asked, or it is for them. */
    public boolean concerns(UserId somebody) {
        return somebody.equals(person) || somebody.equals(asker);
    }

    /** The same in another state. */
    public Enquiry in(EnquiryState next) {
        return new Enquiry(id, kind, person, asker, words, since, at, next);
    }
}
