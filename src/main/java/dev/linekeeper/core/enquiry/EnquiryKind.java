package dev.linekeeper.core.enquiry;

/** What an enquiry is about. The names are stored: do not rename. */
public enum EnquiryKind {
    /** Somebody is to be able to call. */
    CALLING(1),
    /** Something does not work, or a question. */
    TROUBLE(3);

    private final int most;

    EnquiryKind(int most) {
        this.most = most;
    }

    /** So many may be open at once for one person. */
    public int most() {
        return most;
    }
}
