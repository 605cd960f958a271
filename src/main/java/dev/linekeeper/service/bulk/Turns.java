package dev.linekeeper.service.bulk;

import dev.linekeeper.core.policies.BatchTurn;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose turn it is in a batch that makes a policy before its people are moved, or removes one after them. A policy that is
 * made is the first of those who are applied first; one that is removed waits until all others had ended when the batch last went on.
 */
record Turns(BatchStore store) {
    private static final Set<MemberState> MAY_BE_UNDONE =
            EnumSet.of(MemberState.STOPPED, MemberState.OVERTAKEN, MemberState.LEFT);
    private static final int PAGE = 500;

    /** Whether others have to come first, whatever else keeps the member from beginning. */
    boolean waits(Request.Approved member, RequestId batch, BatchUnderWay under) {
        return switch (turn(member)) {
            case BEFORE -> false;
            case PEOPLE ->
                under.canary().contains(member.id())
                        && first(batch, under.canary().getFirst())
                                .filter(first -> turn(first) == BatchTurn.BEFORE)
                                .isPresent();
            case AFTER -> under.ended() < members(batch) - 1;
        };
    }

    private Optional<Request> first(RequestId batch, RequestId id) {
        return store.in(batch, EnumSet.allOf(MemberState.class), new RequestId(id.number() - 1), 1).stream()
                .findFirst();
    }

    private int members(RequestId batch) {
        return store.progress(batch).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    static BatchTurn turn(Request member) {
        return BatchTurn.of(member.terms().plan());
    }

    /** Whether nothing is left of a batch but a policy to remove that has not begun; {@code one} is one of what is left. */
    boolean isLast(RequestId batch, Subject one, Set<MemberState> toDo) {
        return one.person().isEmpty()
                && store.members(batch, toDo, RequestId.FIRST, 2).stream()
                        .map(Stored::request)
                        .allMatch(member -> turn(member) == BatchTurn.AFTER && member instanceof Request.Approved);
    }

    /** Whether somebody was not moved who was to be. */
    boolean isSomebodyInTheWay(RequestId batch) {
        List<Request> page;
        RequestId after = RequestId.FIRST;
        do {
            page = store.in(batch, MAY_BE_UNDONE, after, PAGE);
            if (page.stream().anyMatch(member -> !isFulfilled(member))) {
                return true;
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
        return false;
    }

    /** Whether what a member was for is so, whoever did it. */
    static boolean isFulfilled(Request member) {
        return member instanceof Request.Completed
                || (member instanceof Request.Overtaken it && it.why() == Obstacle.NOTHING_LEFT);
    }
}
