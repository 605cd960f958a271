package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** One look at a tenant: what people share is read once, people one by one, some at once. */
record TenantSession(Directory directory, TenantReader readings, Tenant tenant, JudgementSettings settings) {
    private static final Comparator<DirectoryEntry> BY_NAME = Comparator.comparing(
                    DirectoryEntry::userPrincipalName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(DirectoryEntry::userPrincipalName);

    private static final Duration SWEEP_PATIENCE = Duration.ofMinutes(10);

    /** Reads what people share. */
    static TenantSession at(TenantPorts ports, JudgementSettings settings) {
        var tenantReader = ports.reader(Clock.systemUTC(), Duration.ofHours(1));
        return new TenantSession(
                ports.directory(), tenantReader, tenantReader.tenant().tenant(), settings);
    }

    /** Judges people; what they share is judged once. */
    Readiness readiness() {
        return new Readiness(tenant, settings);
    }

    List<DirectoryEntry> everybody() {
        var all = new ArrayList<DirectoryEntry>();
        directory.forEach(all::add);
        all.sort(BY_NAME);
        return all;
    }

    List<DirectoryEntry> those(List<String> userPrincipalNames) {
        return userPrincipalNames.stream()
                .map(this::entry)
                .distinct()
                .sorted(BY_NAME)
                .toList();
    }

    Person person(String userPrincipalName) {
        return person(entry(userPrincipalName));
    }

    Person person(DirectoryEntry entry) {
        return readings.person(entry);
    }

    /** Reads people, some at once, and hands them over in the order given. */
    void each(List<DirectoryEntry> entries, Consumer<Person> take) {
        new BulkPersonReader(readings, SWEEP_PATIENCE, Thread::sleep).readAll(entries::forEach, take);
    }

    /** The policy as the tenant spells it; what could not be read is not said to be absent. */
    PolicyName sharedCalling(String name) {
        if (name.isBlank()) {
            throw new BadInput("The name of a policy is empty");
        }
        var wanted = new PolicyName(name);
        return tenant.policies(PolicyKind.SHARED_CALLING)
                .fold(
                        all -> {
                            var found = all.get(wanted);
                            if (found == null) {
                                throw new BadInput("There is no Shared Calling policy named %s".formatted(wanted));
                            }
                            return found.name();
                        },
                        _ -> wanted);
    }

    private DirectoryEntry entry(String userPrincipalName) {
        return directory
                .findByPrincipalName(userPrincipalName)
                .map(readings::withGroups)
                .orElseThrow(() -> new BadInput("Nobody is called %s".formatted(userPrincipalName)));
    }
}
