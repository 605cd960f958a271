package dev.linekeeper.core.site;

import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.attestation.TestCallTask.TestCallReport;
import dev.linekeeper.core.readiness.TestCallOffer;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.tenant.Explanation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the newest test call of each place came to; of the next one it says nothing. */
record TestCallLine(PolicyCase policy, List<TestCallTask> calls) {
    private static final SiteStep STEP = SiteStep.TEST_CALL;

    /** One that did not work counts until one from the same place did. */
    SiteLine line() {
        return calls.stream()
                .filter(call -> call.said().filter(TestCallLine::isMade).isPresent())
                .collect(Collectors.toMap(
                        TestCallTask::place, call -> call.said().orElseThrow(), (newest, _) -> newest))
                .values()
                .stream()
                .min(Comparator.comparing(TestCallReport::outcome))
                .map(TestCallLine::of)
                .orElseGet(this::open);
    }

    private static boolean isMade(TestCallReport said) {
        return said.outcome() != TestCallOutcome.NOT_MADE;
    }

    private static SiteLine of(TestCallReport said) {
        var state = said.outcome() == TestCallOutcome.FAILED ? LineState.NOT_DONE : LineState.ATTESTED;
        return SiteLine.of(STEP, state, Explanation.of("site.test." + said.outcome(), said.at()));
    }

    private SiteLine open() {
        return switch (TestCallOffer.of(policy)) {
            case TestCallOffer.NoTestCall(var why) ->
                SiteLine.of(STEP, LineState.NOT_NEEDED, Explanation.of("site.test.not-offered", why));
            case TestCallOffer.EchoTest _, TestCallOffer.OperatorTest _ ->
                SiteLine.of(STEP, LineState.MANUAL, Explanation.of("site.test.open"));
        };
    }
}
