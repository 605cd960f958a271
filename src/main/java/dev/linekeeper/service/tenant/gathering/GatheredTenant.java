package dev.linekeeper.service.tenant.gathering;

import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;

/**
 * The tenant as it is reached by runs: what many of them ask for at the same time goes out in few calls, and each is answered
 * as if it had asked alone. With one run in flight it is the tenant itself.
 *
 * @param runs who counts as asking at the same time
 * @param reader reads people gathered; what people share is the snapshot of the reader it was made from
 */
public record GatheredTenant(RunsInFlight runs, TenantReader reader, Directory directory, PolicyGrants grants) {
    /** Gathers what is asked through the ports, and shares the snapshot of {@code reader}. */
    public static GatheredTenant of(TenantPorts ports, TenantReader reader) {
        var runs = new RunsInFlight();
        var directory = new GatheredDirectory(ports.directory(), runs);
        return new GatheredTenant(
                runs,
                reader.through(directory, new GatheredVoice(ports.voiceUsers(), runs), runs::many),
                directory,
                new GatheredGrants(runs, ports.policyGrants()));
    }
}
