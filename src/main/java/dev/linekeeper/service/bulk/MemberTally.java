package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.BatchStore;
import java.util.Arrays;
import java.util.Map;

/** How many members of a batch have ended, and how many of these not as they were approved. */
public record MemberTally(int ended, int badly) {
    static MemberTally of(BatchStore store, RequestId batch) {
        return of(store.progress(batch));
    }

    /** As {@link BatchStore#progress} counts them. */
    public static MemberTally of(Map<MemberState, Integer> progress) {
        int badly = count(progress, MemberState.STOPPED, MemberState.OVERTAKEN, MemberState.LEFT);
        return new MemberTally(badly + count(progress, MemberState.DONE, MemberState.UNDONE), badly);
    }

    private static int count(Map<MemberState, Integer> progress, MemberState... states) {
        return Arrays.stream(states)
                .mapToInt(state -> progress.getOrDefault(state, 0))
                .sum();
    }

    /** Those since it last went on; who was tried again since counts for nothing. */
    public MemberTally since(BatchUnderWay under) {
        return new MemberTally(Math.max(0, ended - under.ended()), Math.max(0, badly - under.badly()));
    }
}
