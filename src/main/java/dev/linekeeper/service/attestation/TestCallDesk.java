package dev.linekeeper.service.attestation;

import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.attestation.TestCallTask.TestCallReport;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Keeps which test calls are to be made and what came of them. One that did not work is told to voice admins. */
public record TestCallDesk(
        TestCallStore store,
        BatchStore numbers,
        AdminNews news,
        AuditTrail trail,
        Transactions transactions,
        Clock clock) {
    /** The kind of news; its subject is the number of the test call. */
    public static final String KIND = "test-call";

    /** The test call of that policy and place that is to be made; a new one where there is none. */
    public TestCallTask open(PolicyName policy, String place, boolean echo, UserId by) {
        return transactions.run(() -> {
            RequestId id = numbers.next(1);
            return store.of(policy).stream()
                    .filter(call -> call.said().isEmpty() && call.place().equals(place) && call.echo() == echo)
                    .findFirst()
                    .orElseGet(() -> {
                        var call = new TestCallTask(id, policy, place, echo, by, clock.instant(), Optional.empty());
                        store.add(call);
                        note(Action.ASKED, by, call, "", "to be made", "");
                        return call;
                    });
        });
    }

    /** Keeps what somebody says came of it; false when somebody said something before. */
    public boolean report(TestCallTask call, TestCallOutcome outcome, UserId by, String note) {
        return transactions.run(() -> {
            boolean first = store.report(call.id(), new TestCallReport(outcome, by, clock.instant(), note));
            if (first) {
                note(Action.COMPLETED, by, call, "to be made", outcome.name(), note);
                if (outcome == TestCallOutcome.FAILED) {
                    news.post(KIND, Long.toString(call.id().number()));
                }
            }
            return first;
        });
    }

    private void note(Action action, UserId by, TestCallTask call, String before, String after, String note) {
        trail.append(new AuditEntry(
                clock.instant(),
                Optional.of(by),
                action,
                Optional.of(call.id()),
                Optional.empty(),
                Map.of(
                        "testCall", call.policy().value(),
                        "place", call.place(),
                        "before", before,
                        "after", after,
                        "note", note)));
    }
}
