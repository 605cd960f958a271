package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.metrics.LogContext;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.limit.CallLane;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads people and the tenant through the ports. A person is read fresh every time, but for looking at ({@link #shown}). Policies, numbers and the rest that
 * people share are a snapshot with an age, read again when it gets old. What cannot be read is a missing fact with the reason. Thread-safe.
 */
public final class TenantReader {
    private final Directory directory;
    private final VoiceUsers voiceUsers;
    private final SnapshotParts parts;
    private final Clock clock;
    private final SnapshotAges ages;
    private final Executor background;
    private final ShownPeople shownPeople;
    private final BooleanSupplier manyDecide;
    private final @Nullable TenantSnapshot pinned;

    /** Reads through the given ports; {@code background} is where an old snapshot is read again. */
    public TenantReader(TenantPorts ports, Clock clock, SnapshotAges ages, Executor background) {
        this.directory = ports.directory();
        this.voiceUsers = ports.voiceUsers();
        this.parts = new SnapshotParts(
                ports.numbers(),
                ports.policyCatalogue(),
                ports.voiceApplications(),
                ports.emergencyLocations(),
                ports.organisation(),
                ports.groupGrants(),
                clock,
                ages.limit());
        this.clock = clock;
        this.ages = ages;
        this.background = background;
        this.shownPeople = new ShownPeople(directory, voiceUsers, ages.person(), clock, background);
        this.manyDecide = () -> false;
        this.pinned = null;
    }

    private TenantReader(
            TenantReader other,
            Directory directory,
            VoiceUsers voiceUsers,
            BooleanSupplier manyDecide,
            @Nullable TenantSnapshot pinned) {
        this.directory = directory;
        this.voiceUsers = voiceUsers;
        this.parts = other.parts;
        this.clock = other.clock;
        this.ages = other.ages;
        this.background = other.background;
        this.shownPeople = other.shownPeople;
        this.manyDecide = manyDecide;
        this.pinned = pinned;
    }

    /** A reader of people through other ports, over the same snapshot of what people share. */
    public TenantReader through(Directory otherDirectory, VoiceUsers otherVoiceUsers, BooleanSupplier many) {
        return new TenantReader(this, otherDirectory, otherVoiceUsers, many, pinned);
    }

    /** The same reader, of which {@link #tenant} is what people share as it is read now: once for many people. */
    public TenantReader pinned() {
        return new TenantReader(this, directory, voiceUsers, manyDecide, freshTenant());
    }

    /** The person as they are now; empty when the directory knows nobody by that id. */
    public Optional<Person> person(UserId id) {
        return person(id, () -> directory.find(id), () -> wholeVoice(id), mayMatter());
    }

    /** The person behind a directory entry as they are now. */
    public Person person(DirectoryEntry entry) {
        return person(entry.id(), () -> Optional.of(entry), () -> wholeVoice(entry.id()), mayMatter())
                .orElseThrow();
    }

    /** Somebody for looking at, with everything known of one person; read now, or some seconds ago. */
    public ShownPerson shown(DirectoryEntry entry) {
        return shownPeople.whole(entry.id(), () -> Optional.of(person(entry))).orElseThrow();
    }

    /**
     * Somebody for looking at, with what is in effect for their calls and without what lies beneath it; read now, or some
     * seconds ago, or up to a minute ago while more people are asked about than can be read. Empty when the directory knows
     * nobody by that id.
     */
    public Optional<ShownPerson> shownInEffect(UserId id) {
        return shownInEffect(id, () -> directory.find(id));
    }

    /** The same of the person behind a directory entry. */
    public ShownPerson shownInEffect(DirectoryEntry entry) {
        return shownInEffect(entry.id(), () -> Optional.of(entry)).orElseThrow();
    }

    private Optional<ShownPerson> shownInEffect(UserId id, Supplier<Optional<DirectoryEntry>> finding) {
        return shownPeople.inEffect(id, () -> person(id, finding, () -> voiceInEffect(id), false));
    }

    /** Reads side by side what belongs to one person. */
    private Optional<Person> person(
            UserId id,
            Supplier<Optional<DirectoryEntry>> finding,
            Supplier<Fact<VoiceUser>> reading,
            boolean groupsMatter) {
        try (var threads = LogContext.threads()) {
            var voice = threads.submit(reading::get);
            var groups = threads.submit(
                    () -> groupsMatter ? directory.allGroupsOf(id) : Optional.<Fact<Set<GroupId>>>empty());
            return finding.get()
                    .map(entry -> new Person(
                            Parallel.result(groups).map(entry::withGroups).orElse(entry), Parallel.result(voice)));
        }
    }

    /** The entry with the groups of the person, where they may matter. */
    public DirectoryEntry withGroups(DirectoryEntry entry) {
        return mayMatter()
                ? directory.allGroupsOf(entry.id()).map(entry::withGroups).orElse(entry)
                : entry;
    }

    private boolean mayMatter() {
        return parts.dialScopesMayBeOfGroups();
    }

    /** Drops what was read of somebody for looking at, because Linekeeper has changed them. */
    public void forget(UserId person) {
        shownPeople.forget(person);
    }

    /** The voice settings of a person read now; missing when they cannot be read. */
    public Fact<VoiceUser> voice(UserId id) {
        return orMissing(() -> readVoice(id));
    }

    private Fact<VoiceUser> wholeVoice(UserId id) {
        return orMissing(() -> found(voiceUsers.readWhole(id)));
    }

    private Fact<VoiceUser> voiceInEffect(UserId id) {
        return orMissing(() -> found(voiceUsers.readInEffect(id)));
    }

    private Fact<VoiceUser> orMissing(Supplier<Fact<VoiceUser>> reading) {
        try {
            return reading.get();
        } catch (BackendFailure failure) {
            return missingVoice(String.valueOf(failure.getMessage()));
        }
    }

    /**
     * The voice settings of a person read now.
     *
     * @throws BackendFailure when it cannot be read, {@link dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded} when it was not even asked for
     */
    public Fact<VoiceUser> readVoice(UserId id) {
        return found(voiceUsers.read(id));
    }

    /** The same of those of many people whom few calls tell of, by id. */
    Map<UserId, Fact<VoiceUser>> readVoices(Set<UserId> people) {
        return voiceUsers.readMany(people).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, read -> found(Optional.of(read.getValue()))));
    }

    private Fact<VoiceUser> found(Optional<VoiceUser> read) {
        return read.<Fact<VoiceUser>>map(user -> new Fact.Known<>(user, voiceUsers.source(), clock.instant()))
                .orElseGet(
                        () -> Fact.missing("%s has no voice settings for this person".formatted(voiceUsers.source())));
    }

    Fact<VoiceUser> missingVoice(String why) {
        return Fact.missing("%s: %s".formatted(voiceUsers.source(), why));
    }

    /**
     * What people share, for looking at: as it was read last. When that is getting old it is read again meanwhile,
     * and only when there is nothing to show does the caller wait for it.
     */
    public TenantSnapshot tenant() {
        if (pinned != null) {
            return pinned;
        }
        parts.readMissing();
        parts.refreshMeanwhile(ages.refresh(), background);
        return snapshot(parts.shown());
    }

    /**
     * What people share, for deciding and changing: read again unless that was done a moment ago. A part that cannot be
     * read is missing, whatever was known before. While many decide it is read again before its time is over.
     */
    public TenantSnapshot freshTenant() {
        parts.refreshDue(ages.fresh());
        if (manyDecide.getAsBoolean() && !ages.fresh().isZero()) {
            parts.refreshMeanwhile(ages.fresh().dividedBy(2), background);
        }
        return snapshot(parts.strict());
    }

    /** Reads the parts again that are older than the refresh age, while questions go first. */
    public void refresh() {
        CallLane.BULK.run(() -> parts.refreshDue(ages.refresh()));
    }

    /** Drops what is cached of a part of what people share, because Linekeeper has changed it. */
    public void forget(SharedPart part) {
        parts.forget(part);
    }

    /** The Shared Calling policies of groups, read now. */
    public Fact<GroupGrantList> groupGrants() {
        return parts.groupGrants();
    }

    /** When the oldest part of what people share was read; empty before any was. */
    public Optional<Instant> oldest() {
        return parts.oldest();
    }

    private TenantSnapshot snapshot(Tenant tenant) {
        return new TenantSnapshot(tenant, parts.oldest().orElseGet(clock::instant));
    }
}
