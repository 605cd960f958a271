package dev.linekeeper.service.site;

import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteName;
import java.util.List;
import java.util.Optional;

/** The store of sites whose preparation was begun, those that were closed included. */
public interface SiteStore {
    /** Those that are open, by name. */
    List<Site> open();

    Optional<Site> find(SiteName name);

    /** The site of that name; a new one, open and without choices, where there is none. Of two who begin one both get the same. */
    Site begin(SiteName name);

    /** Puts {@code after} in the place of {@code before}; false when that is not what is stored any more. */
    boolean replace(Site before, Site after);
}
