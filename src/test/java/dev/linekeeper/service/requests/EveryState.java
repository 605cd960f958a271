package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;

import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request in every state, as it comes there by legal moves: what {@code store/0.1.0-json} was written from. */
public final class EveryState {
    private static final RequestId ID = new RequestId(1001);
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private EveryState() {}

    public static Request.Pending pending() {
        return Sample.pending(ID, Sample.ADELE);
    }

    static Request.Approved approved() {
        return (Request.Approved) pending().approve(Sample.permit(pending(), LEE));
    }

    static Request.NeedsFreshLook needsFreshLook() {
        return approved()
                .lookAgain(
                        approved().terms().plan().forBatch(50),
                        FreshLookReason.PLAN_CHANGED,
                        TUESDAY,
                        TUESDAY.plus(Duration.ofDays(3)));
    }

    static Request.Applying started() {
        return approved().start(TUESDAY);
    }

    static Request.Applying applying() {
        return started()
                .begin()
                .stepDone(StepDone.How.WRITTEN, "released", TUESDAY)
                .begin()
                .inTrouble("The tenant is busy (429)");
    }

    static Request.PartlyApplied partlyApplied() {
        return applying().stop(StopReason.STATE_MOVED, "It is another number now", TUESDAY.plusSeconds(9));
    }

    static Request.PartlyApplied byHand() {
        return partlyApplied()
                .resume(TUESDAY)
                .start(TUESDAY)
                .stepDone(StepDone.How.ALREADY_THERE, "+14255550101", TUESDAY.plusSeconds(60))
                .stop(StopReason.BY_HAND, "", TUESDAY.plusSeconds(60));
    }

    static Request.Completed completed() {
        var all = applying();
        while (all.next().isPresent()) {
            all = all.stepDone(StepDone.How.ALREADY_THERE, "London (direct)", TUESDAY.plusSeconds(20));
        }
        return all.complete(
                new FinalJudgement(Overall.NOT_VERIFIED, List.of("POL-01", "USR-06"), TUESDAY.plusSeconds(30)));
    }

    static Request.Rejected rejected() {
        return pending().deny(Sample.permit(pending(), KIM), "not \"now\"");
    }

    static Request.Expired expired() {
        return needsFreshLook().expire(TUESDAY.plus(Duration.ofDays(4)));
    }

    static Request.Cancelled cancelled() {
        return pending().cancel(SAM, TUESDAY);
    }

    static Request.Undone undone() {
        return completed().undone(new RequestId(1002), TUESDAY.plusSeconds(900));
    }

    static Request.Overtaken overtaken() {
        return approved().overtaken(Obstacle.BLOCKED, List.of("POL-01"), TUESDAY);
    }

    /** By the name of the file that has it as version 0.1.0 stored it. */
    public static Map<String, Request> all() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("pending", pending()),
                Map.entry("needs-fresh-look", needsFreshLook()),
                Map.entry("approved", approved()),
                Map.entry("applying", applying()),
                Map.entry("partly-applied", partlyApplied()),
                Map.entry("completed", completed()),
                Map.entry("rejected", rejected()),
                Map.entry("expired", expired()),
                Map.entry("cancelled", cancelled()),
                Map.entry("undone", undone()),
                Map.entry("overtaken", overtaken())));
    }
}
