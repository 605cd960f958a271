package dev.linekeeper.service.enquiry;

import dev.linekeeper.core.enquiry.Enquiry;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;

/** Enquiries as they are kept. */
public interface EnquiryStore {
    void add(Enquiry enquiry);

    Optional<Enquiry> find(RequestId id);

    /** All that are open, the oldest first. */
    List<Enquiry> open();

    /** The latest that somebody asked, or that are for them. */
    List<Enquiry> of(UserId somebody, int limit);

    /** Keeps its new state; false when it is not in the state of {@code before} any more. */
    boolean replace(Enquiry before, Enquiry after);
}
