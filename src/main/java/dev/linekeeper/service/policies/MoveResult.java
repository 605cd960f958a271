package dev.linekeeper.service.policies;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.requests.SubmissionResult;
import java.util.List;

/** What came of asking to move people from a policy that goes. */
public sealed interface MoveResult {
    /** All of it is asked for, as one: a plan for each policy and person, in their order. */
    record MoveAsked(Batch batch, List<Plan> plans) implements MoveResult {
        public MoveAsked {
            plans = List.copyOf(plans);
        }
    }

    /** The policy alone was asked about, or one of the policies cannot be; nothing else was asked for. */
    record PolicyAlone(PolicyName policy, SubmissionResult result) implements MoveResult {}

    /** Nothing was asked for, as somebody could not be moved: who, and why. */
    record MoveImpossible(PolicyName from, List<Explanation> why) implements MoveResult {
        public MoveImpossible {
            why = List.copyOf(why);
        }
    }
}
