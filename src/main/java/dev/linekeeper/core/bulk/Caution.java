package dev.linekeeper.core.bulk;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.policies.BatchTurn;
import dev.linekeeper.core.request.RequestId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How carefully an approved batch is applied.
 *
 * @param canary how many members are applied before the others begin; 0 for none
 * @param looks whether somebody has to look when these have ended, even if they ended well
 * @param stopAt the share of members, in per cent, that may end badly before nobody begins any more
 */
public record Caution(int canary, boolean looks, int stopAt) {
    /** Fewer that end badly stop nothing, as two of ten would be a fifth. */
    private static final int AT_LEAST = 3;

    /**
     * The members to apply first: policies that are made for people, then one of those people with the same steps, the most
     * frequent first, then another; no people where they would be half of all.
     */
    public List<RequestId> first(Map<RequestId, Plan> plans) {
        var first = new ArrayList<RequestId>();
        var groups = new LinkedHashMap<List<StepName>, Deque<RequestId>>();
        int people = 0;
        for (var one : plans.entrySet()) {
            switch (BatchTurn.of(one.getValue())) {
                case BEFORE -> first.add(one.getKey());
                case PEOPLE -> {
                    people++;
                    groups.computeIfAbsent(one.getValue().stepNames(), _ -> new ArrayDeque<>())
                            .add(one.getKey());
                }
                case AFTER -> {}
            }
        }
        if (people <= 2 * canary) {
            return first;
        }
        List<Deque<RequestId>> largest = groups.values().stream()
                .sorted(Comparator.comparingInt((Deque<RequestId> group) -> group.size())
                        .reversed())
                .toList();
        int enough = first.size() + canary;
        for (int at = 0; first.size() < enough; at++) {
            Optional.ofNullable(largest.get(at % largest.size()).poll()).ifPresent(first::add);
        }
        return first;
    }

    /** Whether so many of those who ended are too many to go on. */
    public boolean isTooMany(int badly, int ended) {
        return badly >= AT_LEAST && 100L * badly >= (long) stopAt * ended;
    }
}
