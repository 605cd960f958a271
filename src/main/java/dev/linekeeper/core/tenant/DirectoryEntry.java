package dev.linekeeper.core.tenant;

import java.util.List;
import java.util.Optional;

/**
 * A person as the directory knows them.
 *
 * @param usageLocation the country licences are used in; an empty one prevents licences from being assigned
 */
public record DirectoryEntry(
        UserId id,
        String userPrincipalName,
        String displayName,
        Optional<String> department,
        Fact<Boolean> enabled,
        Fact<Optional<Country>> usageLocation,
        Fact<List<ServicePlan>> plans) {}
