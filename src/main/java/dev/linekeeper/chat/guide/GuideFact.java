package dev.linekeeper.chat.guide;

import dev.linekeeper.core.readiness.MicrosoftPages;
import java.net.URI;
import java.util.Optional;

/** What no rule says: the message and the page it is from; without one it is our reading. */
enum GuideFact {
    CALLER_SEES(MicrosoftPages.PLAN),
    NUMBER_GONE(MicrosoftPages.SETUP),
    NO_NUMBER(MicrosoftPages.PLAN),
    INSIDE(MicrosoftPages.PLAN),
    CALLBACK_RINGS(MicrosoftPages.SETUP),
    NONE_FREE(MicrosoftPages.cmdlet("New-CsTeamsSharedCallingRoutingPolicy")),
    MINUTES(MicrosoftPages.SETUP),
    FREE_LICENCES(MicrosoftPages.RESOURCE_ACCOUNT_LICENCE),
    ADDRESS(MicrosoftPages.SETUP),
    HEAVY_CALLERS,
    NOT_DOCUMENTED;

    private final Optional<URI> page;

    GuideFact() {
        page = Optional.empty();
    }

    GuideFact(URI page) {
        this.page = Optional.of(page);
    }

    Optional<URI> page() {
        return page;
    }
}
