package dev.linekeeper.adapter.cli.numbers;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.policies.GivenParts;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.tenant.Directory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom or for what a number is to be reserved; exactly one of them. */
final class ReservedParts {
    @Option(names = "--person", paramLabel = "UPN", description = "a person")
    private @Nullable String person;

    @Option(names = "--account", paramLabel = "UPN", description = "a resource account")
    private @Nullable String account;

    @Option(names = "--site", paramLabel = "NAME", description = "a site, or the policy called like it")
    private @Nullable String site;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "anything else, in a few words")
    private @Nullable String purpose;

    ReservedFor whom(Directory directory, Tenant tenant) {
        if (person != null) {
            String name = person;
            return ReservedFor.of(directory
                    .findByPrincipalName(name)
                    .orElseThrow(() -> new BadInput("Nobody is called %s".formatted(name))));
        }
        if (account != null) {
            return ReservedFor.of(GivenParts.resourceAccount(account, tenant));
        }
        if (site != null) {
            String name = site;
            return SiteName.of(name)
                    .map(it -> ReservedFor.site(it.value()))
                    .orElseThrow(() -> new BadInput("%s is no name of a site".formatted(name)));
        }
        if (purpose == null || purpose.isBlank() || purpose.length() > ReservedFor.LONGEST) {
            throw new BadInput("A purpose takes 1 to %d characters".formatted(ReservedFor.LONGEST));
        }
        return ReservedFor.purpose(purpose.strip());
    }
}
