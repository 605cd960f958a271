package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a {@link Batch} stands. Where each of its members stands, they say themselves. */
public sealed interface BatchStage {
    /** Why members that have not begun do not begin. */
    default Optional<Hold> held() {
        return this instanceof BatchUnderWay it ? it.hold() : Optional.empty();
    }

    /**
     * Nobody or too few have approved; its members cannot be decided by themselves.
     *
     * @param canary the members that are applied first once it is approved; empty when all begin at once
     */
    record BatchAwaiting(List<RequestId> canary) implements BatchStage {
        public BatchAwaiting {
            canary = List.copyOf(canary);
        }
    }

    /**
     * Approved by enough approvers; its members are applied, each for itself.
     *
     * @param since when it last went on: approved, or told so by somebody; errors and pace are counted from here
     * @param canary the members that are applied first; empty once the others may begin
     * @param ended how many of its members had ended by then
     * @param badly how many of these had not ended as they were approved
     * @param hold why no member begins that waits; empty while they may
     */
    record BatchUnderWay(Instant since, List<RequestId> canary, int ended, int badly, Optional<Hold> hold)
            implements BatchStage {
        public BatchUnderWay {
            canary = List.copyOf(canary);
        }

        /** Goes on from here, with what had ended before left behind. */
        public static BatchUnderWay from(Instant now, List<RequestId> canary, int ended, int badly) {
            return new BatchUnderWay(now, canary, ended, badly, Optional.empty());
        }

        public BatchUnderWay held(Hold why) {
            return new BatchUnderWay(since, canary, ended, badly, Optional.of(why));
        }
    }

    /**
     * Why members that have not begun do not begin. Those under way end as ever.
     *
     * @param by who said so; empty when Linekeeper did
     */
    record Hold(HoldReason why, Optional<UserId> by, Instant at) {
        public boolean isFinal() {
            return why == HoldReason.STOPPED;
        }

        /** Whether it is over by itself once the policy is made, or nobody is in the way of its removal. */
        public boolean isForPolicy() {
            return why == HoldReason.NO_POLICY || why == HoldReason.IN_THE_WAY;
        }
    }

    enum HoldReason {
        PAUSED,
        /** Those who were first ended well, and somebody is to look before it goes on. */
        LOOK,
        /** Not all of those who were first ended well. */
        CANARY,
        /** Too many did not end well. */
        ERRORS,
        /** The policy that everybody is to get could not be made. */
        NO_POLICY,
        /** A policy is to be removed last, and not everybody was moved to another. */
        IN_THE_WAY,
        /** For good: who has not begun is not applied. */
        STOPPED
    }

    record BatchDenied(UserId by, String reason, Instant at) implements BatchStage {
        public BatchDenied {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("A denial needs a reason");
            }
        }
    }

    record BatchCancelled(UserId by, Instant at) implements BatchStage {}

    /** Not decided in time. */
    record BatchExpired(Instant at) implements BatchStage {}

    /**
     * Nothing of it is being applied any more; not everybody need be done.
     *
     * @param stopped that somebody stopped it, if so
     */
    record BatchEnded(Instant since, Instant at, Optional<Hold> stopped) implements BatchStage {}
}
