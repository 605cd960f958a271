package dev.linekeeper.service.enquiry;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;

/** Tells somebody in their own chat how an enquiry is now; called within the transaction of the change. */
@FunctionalInterface
public interface EnquiryNews {
    /**
     * Tells them.
     *
     * @param version grows with each change
     */
    void tell(UserId reader, RequestId enquiry, long version);
}
