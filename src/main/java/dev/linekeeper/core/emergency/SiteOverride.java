package dev.linekeeper.core.emergency;

import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/**
 * A network site whose emergency policies take the place of the person's while they are there. A number the site's routing
 * policy does not know is looked up in the person's.
 */
public record SiteOverride(
        String site, Optional<PolicyName> emergencyCallRouting, Optional<PolicyName> emergencyCalling) {

    static Optional<SiteOverride> of(NetworkSite site) {
        return site.emergencyCallRouting().isPresent()
                        || site.emergencyCalling().isPresent()
                ? Optional.of(new SiteOverride(site.name(), site.emergencyCallRouting(), site.emergencyCalling()))
                : Optional.empty();
    }
}
