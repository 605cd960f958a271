package dev.linekeeper.core.request;

import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;

/** The result of a decision on a batch: of all of its members, or of none. */
public sealed interface BatchDecisionResult {
    /** Every member was moved: approved (by enough or one more), denied or cancelled. */
    record AllDecided(Batch now) implements BatchDecisionResult {}

    /** Nothing is approved yet: the risk is high, so the same person is asked once more, for whom {@code token} is good. */
    record ConfirmAll(Batch batch, String token) implements BatchDecisionResult {}

    record MayNotDecideAll(DecisionRefusal why) implements BatchDecisionResult {}

    /** Only the requester can cancel it. */
    record NotTheRequester() implements BatchDecisionResult {}

    /** A denial needs a reason. */
    record WhyDenyAll() implements BatchDecisionResult {}

    /** The batch does not wait for that any more, as for a late click. */
    record BatchDecidedAlready() implements BatchDecisionResult {}

    /** One of its members is not as it was asked for; nothing was decided, of nobody. */
    record MemberMovedOn(RequestId member) implements BatchDecisionResult {}

    /** The time to decide was over. */
    record BatchTimeOver() implements BatchDecisionResult {}

    /** The button is not good, or others read along: nothing was done. */
    record StaleBatchButton() implements BatchDecisionResult {}
}
