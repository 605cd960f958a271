package dev.linekeeper.service.override;

import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import java.util.List;

/** What became of something somebody wanted done about an override. */
public sealed interface OverrideMove {
    record OverrideMoved(StoredOverride now) implements OverrideMove {}

    /** It stands elsewhere by now, or another state of it was shown. */
    record OverrideMovedOn(StoredOverride now) implements OverrideMove {}

    record NoSuchOverride() implements OverrideMove {}

    /** They may not decide it. */
    record DeciderBarred(DecisionRefusal why, StoredOverride now) implements OverrideMove {}

    /** They may neither ask for one for that person nor close it. */
    record NotTheirPerson() implements OverrideMove {}

    /** It takes a reason. */
    record OverrideUnexplained() implements OverrideMove {}

    /**
     * It is not asked for.
     *
     * @param details what the message of the obstacle says: a day, a number of days, rules, a request
     */
    record OverrideNotAsked(AskObstacle why, List<Object> details) implements OverrideMove {
        public OverrideNotAsked {
            details = List.copyOf(details);
        }

        static OverrideMove because(AskObstacle why, Object... details) {
            return new OverrideNotAsked(why, List.of(details));
        }
    }

    /** Why an override is not asked for. */
    enum AskObstacle {
        /** It would be for oneself. */
        ONESELF,
        /** The last day is over. */
        DAY_OVER,
        /** The last day is too far away. */
        DAY_TOO_FAR,
        /** The person has an override already. */
        OVERRIDE_OPEN,
        /** A request for the person waits or is being applied: it was planned without the override. */
        REQUEST_OPEN,
        /** No rule stands in the way. */
        NOTHING_BLOCKS,
        /** Other rules stand in the way, or one that makes Shared Calling impossible. */
        CANNOT_PASS_OVER,
        /** What a rule judges was not read. */
        NOT_READ,
        /** The tenant did not answer. */
        NO_ANSWER,
        /** The directory does not know the person. */
        UNKNOWN_PERSON,
        /** Fewer than two others could agree. */
        TOO_FEW_APPROVERS
    }
}
