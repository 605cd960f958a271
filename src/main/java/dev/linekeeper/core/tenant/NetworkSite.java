package dev.linekeeper.core.tenant;

import java.util.Optional;

/** A network site with the emergency policies that override the person's while they are there. */
public record NetworkSite(
        String name, Optional<PolicyName> emergencyCallRouting, Optional<PolicyName> emergencyCalling) {}
