package dev.linekeeper.adapter.store;

import dev.linekeeper.core.request.MemberState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How the states in the table of requests read as those of members of a batch. */
final class MemberStates {
    private static final Map<String, MemberState> BY_COLUMN = Map.ofEntries(
            Map.entry("Pending", MemberState.NOT_APPLIED),
            Map.entry("NeedsFreshLook", MemberState.LEFT),
            Map.entry("Approved", MemberState.WAITING),
            Map.entry("Applying", MemberState.UNDER_WAY),
            Map.entry("PartlyApplied", MemberState.STOPPED),
            Map.entry("Completed", MemberState.DONE),
            Map.entry("Rejected", MemberState.NOT_APPLIED),
            Map.entry("Expired", MemberState.NOT_APPLIED),
            Map.entry("Cancelled", MemberState.NOT_APPLIED),
            Map.entry("Undone", MemberState.UNDONE),
            Map.entry("Overtaken", MemberState.OVERTAKEN));

    private MemberStates() {}

    static MemberState of(String column, boolean left) {
        return left ? MemberState.LEFT : Objects.requireNonNull(BY_COLUMN.get(column), column);
    }

    static List<String> columns(Set<MemberState> states) {
        return BY_COLUMN.entrySet().stream()
                .filter(entry -> states.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
