package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.VoiceUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads people and the tenant through the ports. A person is read fresh every time; what people share is slow to read,
 * so it is kept as a snapshot until it is older than its allowed age or somebody asks for a fresh one. A read that fails
 * is a missing fact with the reason: nothing is guessed and one failing part does not hide the others.
 */
public final class Readings {
    private final Directory directory;
    private final VoiceUsers voiceUsers;
    private final Numbers numbers;
    private final PolicyCatalogue catalogue;
    private final VoiceApplications applications;
    private final EmergencyLocations locations;
    private final Organisation organisation;
    private final Clock clock;
    private final Duration snapshotAge;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    /** What people share, and when it was read. */
    public record Snapshot(Tenant tenant, Instant asOf) {}

    /** Reads through the given ports; a snapshot older than {@code snapshotAge} is read again. */
    public Readings(
            Directory directory,
            VoiceUsers voiceUsers,
            Numbers numbers,
            PolicyCatalogue catalogue,
            VoiceApplications applications,
            EmergencyLocations locations,
            Organisation organisation,
            Clock clock,
            Duration snapshotAge) {
        this.directory = directory;
        this.voiceUsers = voiceUsers;
        this.numbers = numbers;
        this.catalogue = catalogue;
        this.applications = applications;
        this.locations = locations;
        this.organisation = organisation;
        this.clock = clock;
        this.snapshotAge = snapshotAge;
    }

    /** The person as they are now; empty when the directory knows nobody by that id. */
    public Optional<Person> person(UserId id) {
        return directory.find(id).map(this::person);
    }

    /** The person behind a directory entry as they are now. */
    public Person person(DirectoryEntry entry) {
        try {
            return personOrFailure(entry);
        } catch (BackendFailure failure) {
            return unread(entry, String.valueOf(failure.getMessage()));
        }
    }

    /** Like {@link #person(DirectoryEntry)}, for callers who know what to do about a failure. */
    Person personOrFailure(DirectoryEntry entry) {
        return new Person(
                entry,
                voiceUsers
                        .read(entry.id())
                        .<Fact<VoiceUser>>map(user -> new Fact.Known<>(user, voiceUsers.source(), clock.instant()))
                        .orElseGet(() -> Fact.missing(
                                "%s has no voice settings for this person".formatted(voiceUsers.source()))));
    }

    /** A person whose voice settings could not be read, and why. */
    Person unread(DirectoryEntry entry, String why) {
        return new Person(entry, Fact.missing("%s: %s".formatted(voiceUsers.source(), why)));
    }

    /** What people share, at most {@code snapshotAge} old. */
    public Snapshot tenant() {
        Snapshot kept = snapshot;
        return kept != null && kept.asOf().plus(snapshotAge).isAfter(clock.instant()) ? kept : refresh(kept);
    }

    /** Reads what people share again, now. */
    public Snapshot refresh() {
        return refresh(snapshot);
    }

    private Snapshot refresh(@Nullable Snapshot seen) {
        reading.lock();
        try {
            Snapshot newer = snapshot;
            if (newer != null && (seen == null || newer.asOf().isAfter(seen.asOf()))) {
                return newer;
            }
            var read = new Snapshot(readTenant(), clock.instant());
            snapshot = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Tenant readTenant() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<PolicyKind, Future<Fact<Map<PolicyName, Policy>>>> policies = new EnumMap<>(PolicyKind.class);
            for (PolicyKind kind : PolicyKind.values()) {
                policies.put(
                        kind,
                        threads.submit(() -> read(catalogue, () -> byKey(catalogue.policies(kind), Policy::name))));
            }
            var cloud = threads.submit(() -> read(organisation, organisation::cloud));
            var inventory = threads.submit(() -> read(numbers, () -> byKey(numbers.all(), TelephoneNumber::number)));
            var accounts = threads.submit(
                    () -> read(applications, () -> byKey(applications.resourceAccounts(), ResourceAccount::id)));
            var attendants = threads.submit(() -> read(applications, applications::autoAttendants));
            var usages = threads.submit(() -> read(catalogue, catalogue::pstnUsages));
            var routes = threads.submit(() -> read(catalogue, catalogue::voiceRoutes));
            var places =
                    threads.submit(() -> read(locations, () -> byKey(locations.locations(), EmergencyLocation::id)));
            var sites = threads.submit(() -> read(catalogue, catalogue::networkSites));
            var licences = threads.submit(() -> read(organisation, organisation::freeResourceAccountLicences));
            var module = threads.submit(() -> read(organisation, organisation::powerShellModule));
            return new Tenant(
                    result(cloud),
                    policies.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> result(entry.getValue()))),
                    result(inventory),
                    result(accounts),
                    result(attendants),
                    result(usages),
                    result(routes),
                    result(places),
                    result(sites),
                    result(licences),
                    result(module));
        }
    }

    private <T> Fact<T> read(Backend backend, Supplier<T> value) {
        try {
            return new Fact.Known<>(value.get(), backend.source(), clock.instant());
        } catch (BackendFailure failure) {
            return Fact.missing("%s: %s".formatted(backend.source(), failure.getMessage()));
        }
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity(), (first, _) -> first));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading the tenant", stopped);
        }
    }
}
