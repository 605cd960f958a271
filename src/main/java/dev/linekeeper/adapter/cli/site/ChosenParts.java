package dev.linekeeper.adapter.cli.site;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.policies.GivenParts;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is chosen for a site with the options of its command. */
final class ChosenParts {
    @Option(names = "--account", paramLabel = "UPN", description = "the resource account of the site")
    private @Nullable String account;

    @Option(names = "--number", paramLabel = "E164", description = "the number the account is to have")
    private @Nullable String number;

    @Option(names = "--type", paramLabel = "TYPE", description = "callingPlan, operatorConnect or directRouting")
    private @Nullable String type;

    @Option(names = "--country", paramLabel = "ISO", description = "the country of the number, such as GB")
    private @Nullable String country;

    @Option(names = "--place", paramLabel = "PLACE", description = "an emergency location, by its name or address")
    private @Nullable String place;

    @Option(names = "--policy", paramLabel = "NAME", description = "the Shared Calling policy; else called as the site")
    private @Nullable String policy;

    SiteChoices in(Tenant tenant) {
        return new SiteChoices(
                Optional.ofNullable(account).map(name -> GivenParts.account(name, tenant)),
                Optional.ofNullable(number).map(text -> GivenParts.number(text, tenant)),
                Optional.ofNullable(type).map(GivenParts::type),
                Optional.ofNullable(country).map(GivenParts::country),
                Optional.ofNullable(place).map(text -> place(text, tenant)),
                Optional.ofNullable(policy).map(ChosenParts::policy));
    }

    private static LocationId place(String text, Tenant tenant) {
        var found = tenant.locations().fold(all -> EmergencyLocation.called(text, all.values()), why -> {
            throw new BadInput("Emergency locations could not be read: %s".formatted(why));
        });
        if (found.size() != 1) {
            throw new BadInput("%d emergency locations are called %s or have that in their address: %s"
                    .formatted(
                            found.size(),
                            text,
                            found.stream().map(EmergencyLocation::description).toList()));
        }
        return found.getFirst().id();
    }

    private static PolicyName policy(String name) {
        if (name.isBlank()) {
            throw new BadInput("The name of a policy is empty");
        }
        return new PolicyName(name);
    }
}
