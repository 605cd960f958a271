package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.EveryState.applying;
import static dev.linekeeper.service.requests.EveryState.approved;
import static dev.linekeeper.service.requests.EveryState.byHand;
import static dev.linekeeper.service.requests.EveryState.cancelled;
import static dev.linekeeper.service.requests.EveryState.completed;
import static dev.linekeeper.service.requests.EveryState.expired;
import static dev.linekeeper.service.requests.EveryState.needsFreshLook;
import static dev.linekeeper.service.requests.EveryState.overtaken;
import static dev.linekeeper.service.requests.EveryState.partlyApplied;
import static dev.linekeeper.service.requests.EveryState.pending;
import static dev.linekeeper.service.requests.EveryState.rejected;
import static dev.linekeeper.service.requests.EveryState.started;
import static dev.linekeeper.service.requests.EveryState.undone;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the audit trail says about every move, to the letter as version 0.1.0 said it. */
class RequestAuditTest {
    private final List<AuditEntry> entries = new ArrayList<>();

    @Test
    void every_move_reads_as_it_always_did_and_hangs_in_the_same_chain() throws IOException {
        entries.add(RequestAudit.asked(pending(), Map.of("overall", "CAN_ENROL", "warnings", "POL-15", "manual", "")));
        move(pending(), cancelled(), Optional.of(SAM));
        move(pending(), rejected(), Optional.of(KIM));
        move(pending(), approved(), Optional.of(LEE));
        move(approved(), needsFreshLook(), Optional.empty());
        move(needsFreshLook(), decided(twoNeeded()), Optional.of(LEE));
        move(needsFreshLook(), needsFreshLook().approve(Sample.permit(needsFreshLook(), KIM)), Optional.of(KIM));
        move(needsFreshLook(), expired(), Optional.empty());
        move(approved(), overtaken(), Optional.empty());
        move(approved(), started(), Optional.empty());
        move(started(), started().begin(), Optional.empty());
        move(started().begin(), applying(), Optional.empty());
        move(applying(), applying().inTrouble("again"), Optional.empty());
        move(applying(), partlyApplied(), Optional.empty());
        move(partlyApplied(), byHand(), Optional.of(SAM));
        move(partlyApplied(), partlyApplied().resume(MONDAY), Optional.of(SAM));
        move(applying(), completed(), Optional.empty());
        move(completed(), undone(), Optional.of(SAM));
        entries.add(RequestAudit.refused(pending(), KIM, "cancel", "not the requester", MONDAY));

        assertThat(chained()).isEqualTo(expected());
    }

    private void move(Request before, Request after, Optional<UserId> actor) {
        RequestAudit.moved(before, after, actor, MONDAY.plus(Duration.ofHours(1)))
                .ifPresent(entries::add);
    }

    private static Request.Pending twoNeeded() {
        var terms = Sample.terms(new RequestId(1001), Sample.ADELE);
        return Request.Pending.of(Sample.withQuorum(terms, 2));
    }

    private static Request decided(AwaitingDecision waiting) {
        return waiting.approve(Sample.permit(waiting, LEE));
    }

    private String chained() {
        var lines = new StringBuilder();
        String previous = AuditChain.START;
        long number = 0;
        for (AuditEntry entry : entries) {
            previous = AuditChain.link(++number, previous, Sha256.hex(AuditChain.json(entry, "")));
            lines.append(previous)
                    .append(' ')
                    .append(AuditChain.json(entry, ""))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String expected() throws IOException {
        try (var file = RequestAuditTest.class.getResourceAsStream("/store/0.1.0-json/audit.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
