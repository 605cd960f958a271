package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupGrant;
import dev.linekeeper.core.tenant.PolicyKind;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What groups are granted, kept like everything people share: an old reading is shown while it is read again. */
final class GroupGrantsKept implements Supplier<Fact<Map<PolicyKind, List<GroupGrant>>>> {
    private final Kept<Map<PolicyKind, List<GroupGrant>>> kept;
    private final SnapshotAges ages;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    GroupGrantsKept(GroupGrants groups, Clock clock, SnapshotAges ages) {
        this.kept =
                new Kept<>("group grants", () -> Readings.read(groups, () -> all(groups), clock), clock, ages.limit());
        this.ages = ages;
    }

    @Override
    public Fact<Map<PolicyKind, List<GroupGrant>>> get() {
        if (kept.isDue(ages.refresh()) && refreshing.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    kept.again();
                } finally {
                    refreshing.set(false);
                }
            });
        }
        return kept.shown();
    }

    private static Map<PolicyKind, List<GroupGrant>> all(GroupGrants groups) {
        Map<PolicyKind, List<GroupGrant>> all = new EnumMap<>(PolicyKind.class);
        for (var kind : PolicyKind.values()) {
            all.put(kind, groups.granted(kind));
        }
        return all;
    }
}
