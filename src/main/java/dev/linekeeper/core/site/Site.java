package dev.linekeeper.core.site;

import dev.linekeeper.core.request.RequestId;

/**
 * A site whose preparation was begun.
 *
 * @param id its own number, of those that requests have
 * @param version 1 for a new one; grows by one with every change
 * @param open whether anybody still works on it
 */
public record Site(RequestId id, int version, SiteName name, SiteChoices choices, boolean open) {
    /** The site once something else is chosen as well; that opens one that was closed. */
    public Site with(SiteChoices more) {
        var chosen = more.over(choices);
        return open && chosen.equals(choices) ? this : new Site(id, version + 1, name, chosen, true);
    }

    /** The site once nobody works on it any more. */
    public Site closed() {
        return open ? new Site(id, version + 1, name, choices, false) : this;
    }
}
