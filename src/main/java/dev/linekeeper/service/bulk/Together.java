package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.DecisionResult;
import java.util.Map;

/** What came of approving several requests by one press. */
public sealed interface Together {
    /** Each for itself, in their order. */
    record EachDecided(Map<RequestId, DecisionResult> results) implements Together {}

    /** Nothing is approved yet: the risk is high, so the same person is asked once more. */
    record AskedOnceMore(EqualRequests requests, String token) implements Together {}

    /** One of them is not as it was shown, or the button is not this person's: nothing was done. */
    record StaleTogether() implements Together {}
}
