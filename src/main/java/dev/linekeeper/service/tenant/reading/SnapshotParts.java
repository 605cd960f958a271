package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.service.tenant.Backend;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.NumberInventory.NumberList;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.limit.CallLane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all people of a tenant share (policies, numbers, resource accounts, routes, places …), part by part: each is
 * read on its own, fails on its own and has its own age. Thread-safe.
 */
final class SnapshotParts {
    private final Clock clock;
    private final Duration limit;
    private final List<CachedPart<?>> all = new ArrayList<>();
    private final Map<PolicyKind, CachedPart<Map<PolicyName, Policy>>> policies = new EnumMap<>(PolicyKind.class);
    private final CachedPart<Cloud> cloud;
    private final NumberInventory inventory;
    private final CachedPart<NumberList> numbers;
    private final CachedPart<Entries<ResourceAccount>> accounts;
    private final CachedPart<Entries<AutoAttendant>> attendants;
    private final CachedPart<Entries<String>> usages;
    private final CachedPart<Entries<VoiceRoute>> routes;
    private final CachedPart<Entries<EmergencyLocation>> places;
    private final CachedPart<Entries<NetworkSite>> sites;
    private final CachedPart<Integer> licences;
    private final CachedPart<Optional<String>> module;
    private final CachedPart<Set<AccountRight>> rights;
    private final Supplier<Fact<GroupGrantList>> groupGrants;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    private volatile @Nullable ShownTenant shown;

    /** A tenant, and the readings it was put together from. */
    private record ShownTenant(List<Fact<?>> facts, Tenant tenant) {}

    SnapshotParts(
            NumberInventory inventory,
            PolicyCatalogue catalogue,
            VoiceApplications applications,
            EmergencyLocations locations,
            Organisation organisation,
            GroupGrants groups,
            Clock clock,
            Duration limit) {
        this.clock = clock;
        this.limit = limit;
        this.inventory = inventory;
        for (var kind : PolicyKind.values()) {
            policies.put(kind, part(kind.type(), catalogue, () -> byKey(catalogue.policies(kind), Policy::name)));
        }
        cloud = part("cloud", organisation, organisation::cloud);
        numbers = part("numbers", inventory, inventory::all);
        accounts = part("resource accounts", applications, applications::resourceAccounts);
        attendants = part("auto attendants", applications, applications::autoAttendants);
        usages = part("PSTN usages", catalogue, catalogue::pstnUsages);
        routes = part("voice routes", catalogue, catalogue::voiceRoutes);
        places = part("places", locations, locations::locations);
        sites = part("network sites", catalogue, catalogue::networkSites);
        licences = part("licences", organisation, organisation::freeResourceAccountLicences);
        groupGrants =
                () -> groups.asFact(() -> RepeatedReading.of(() -> groups.granted(PolicyKind.SHARED_CALLING)), clock);
        module = part("module version", organisation, organisation::powerShellModule);
        rights = part("account rights", organisation, organisation::accountRights);
    }

    /** Reads the parts again for which it is time, side by side. */
    void refreshDue(Duration age) {
        refresh(part -> part.isDue(age));
    }

    /** The same in the background, while questions go first; once however many ask for it. */
    void refreshMeanwhile(Duration age, Executor background) {
        if (isDue(age) && refreshing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    CallLane.BULK.run(() -> refreshDue(age));
                } finally {
                    refreshing.set(false);
                }
            });
        }
    }

    /** Reads the parts that have nothing to show, side by side. */
    void readMissing() {
        refresh(CachedPart::mustBeRead);
    }

    private void refresh(Predicate<CachedPart<?>> which) {
        Parallel.run(
                all.stream().filter(which).<Runnable>map(part -> part::refresh).toList());
    }

    private boolean isDue(Duration age) {
        return all.stream().anyMatch(part -> part.isDue(age));
    }

    /**
     * Whether somebody's groups may matter for rule RES-17, which warns: an attendant has a dial scope of groups, or none may
     * be shown. Where attendants or their scopes cannot be read the rule is unknown, whatever the groups are, and so it is
     * once where the first such scope came with this very reading.
     */
    boolean dialScopesMayBeOfGroups() {
        return attendants.isDue(limit)
                || Stream.of(attendants.lastRead(), attendants.shown())
                        .flatMap(fact -> fact.known().stream())
                        .flatMap(all -> all.read().stream())
                        .flatMap(attendant -> Stream.of(attendant.included(), attendant.excluded()))
                        .anyMatch(groups ->
                                groups.known().filter(some -> !some.isEmpty()).isPresent());
    }

    /** As last read: a part whose last reading failed is missing. */
    Tenant strict() {
        return tenant(true);
    }

    /**
     * As it can be shown: a part whose last reading failed is as it was before, while that is not too old. The same object
     * until a part was read again, so that what is concluded from it can be kept beside it.
     */
    Tenant shown() {
        List<Fact<?>> facts = all.stream().<Fact<?>>map(CachedPart::shown).toList();
        ShownTenant before = shown;
        if (before != null && isSame(before.facts(), facts)) {
            return before.tenant();
        }
        Tenant now = tenant(false);
        shown = new ShownTenant(facts, now);
        return now;
    }

    /** Whether each part is the reading it was; comparing what they say would take as long as putting them together. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(List<Fact<?>> before, List<Fact<?>> now) {
        return IntStream.range(0, now.size()).allMatch(part -> before.get(part) == now.get(part));
    }

    /** The Shared Calling policies of groups, read now: nothing but a change of them asks, so that nothing else waits. */
    Fact<GroupGrantList> groupGrants() {
        return groupGrants.get();
    }

    /** Drops a part read so far, because it was changed. */
    void forget(SharedPart part) {
        switch (part) {
            case SHARED_CALLING -> {
                forget(PolicyKind.SHARED_CALLING);
                numbers.forget();
            }
            case EMERGENCY_ROUTING -> forget(PolicyKind.EMERGENCY_CALL_ROUTING);
            case VOICE_ROUTING -> forget(PolicyKind.VOICE_ROUTING);
            case CALLER_ID -> forget(PolicyKind.CALLING_LINE_IDENTITY);
            case CALLING -> forget(PolicyKind.CALLING);
            case ACCOUNTS -> accounts.forget();
            case ACCOUNT_NUMBERS -> Stream.of(accounts, numbers).forEach(CachedPart::forget);
            case NUMBERS -> numbers.forget();
            case NUMBER_POLICIES -> {
                inventory.forgetGrants();
                numbers.forget();
            }
        }
    }

    private void forget(PolicyKind kind) {
        Optional.ofNullable(policies.get(kind)).ifPresent(CachedPart::forget);
    }

    /** When the oldest part was read; empty when none was. */
    Optional<Instant> oldest() {
        return all.stream().map(CachedPart::goodAsOf).filter(Objects::nonNull).min(Instant::compareTo);
    }

    private Tenant tenant(boolean strict) {
        var listed = numbers.fact(strict);
        var instances = accounts.fact(strict);
        var addresses = places.fact(strict);
        return new Tenant(
                cloud.fact(strict),
                policies.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().fact(strict))),
                listed.map(list -> byKey(list.numbers(), TelephoneNumber::number)),
                instances.map(list -> byKey(list.read(), ResourceAccount::id)),
                attendants.fact(strict),
                usages.fact(strict),
                routes.fact(strict),
                addresses.map(list -> byKey(list.read(), EmergencyLocation::id)),
                sites.fact(strict),
                licences.fact(strict),
                module.fact(strict),
                rights.fact(strict),
                new Tenant.LostEntries(
                        listed.known().map(NumberList::unread).orElse(List.of()),
                        instances.known().map(Entries::unread).orElse(List.of()),
                        addresses.known().map(Entries::unread).orElse(List.of())));
    }

    private <T> CachedPart<T> part(String name, Backend backend, Supplier<T> value) {
        var part = new CachedPart<T>(name, () -> backend.asFact(() -> RepeatedReading.of(value), clock), clock, limit);
        all.add(part);
        return part;
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity(), (first, _) -> first));
    }
}
