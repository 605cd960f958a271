package dev.linekeeper.chat.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchNotesTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId LEE = new UserId("lee");

    @Test
    void who_is_left_out_is_counted_by_reason_where_they_are_too_many_to_be_named() {
        var leftOut = new ArrayList<LeftOut>();
        for (int at = 0; at < 24; at++) {
            leftOut.add(left("London" + at));
        }
        leftOut.add(new LeftOut(new UserId("gone"), Explanation.of("chat.asked.row.unknown")));

        var notes = new BatchNotes(null, null, null)
                .of(batch(leftOut), new Caller(LEE, "tenant", Locale.ENGLISH, ConversationType.PERSONAL));

        var english = Wording.of(Locale.ENGLISH);
        assertThat(notes.subList(notes.size() - 2, notes.size()).stream().map(english::say))
                .containsExactly(
                        "Not among them: 24 people, for example: Has London0 now, and would be moved to Seattle",
                        "Not among them: one person: The directory does not know them");
    }

    private static LeftOut left(String now) {
        return new LeftOut(new UserId(now), Explanation.of("bulk.row.moves", now, "Seattle"));
    }

    private static Batch batch(List<LeftOut> leftOut) {
        var plan = BatchPlan.of(List.of(Sample.plan(new UserId("one")), Sample.plan(new UserId("two"))));
        var now = Instant.parse("2026-11-28T09:00:00Z");
        return Batch.of(
                new BatchTerms(
                        new RequestId(1001),
                        ANA,
                        plan,
                        "",
                        now,
                        now.plusSeconds(60),
                        Set.of(LEE),
                        1,
                        false,
                        leftOut,
                        Optional.empty(),
                        Optional.empty()),
                List.of());
    }
}
