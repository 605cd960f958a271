package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the step that changes what stands behind people: read, compare, write, read back. Safe to repeat, as those of people are. */
record PolicyStep(TenantReader tenantReader, ChangeWriter writer) {
    private static final Logger log = LoggerFactory.getLogger(PolicyStep.class);
    private static final Fact<VoiceUser> NOBODY = Fact.missing("no person was read");

    <V> StepResult make(Request.Applying request, SharedChange<V> change, ReadBackPauses pauses)
            throws InterruptedException {
        Fact<Optional<V>> before = change.read(tenantReader);
        if (!(before instanceof Fact.Known(var now, _, _))) {
            return new StepResult.Retry(unread(before), StopReason.GAVE_UP);
        }
        if (now.equals(change.after())) {
            return done(StepDone.How.ALREADY_THERE, change, now);
        }
        boolean unmade = request.terms().rehearsal() && !request.done().isEmpty(); // what a step comes after
        if (!now.equals(change.before()) && !unmade) {
            return new StepResult.Failed(StopReason.STATE_MOVED, "It is %s now".formatted(change.said(now)));
        }
        return request.terms().rehearsal() ? done(StepDone.How.REHEARSED, change, now) : write(request, change, pauses);
    }

    /** Whether it is by now what the first of the steps is to make it, or one that follows it, whoever wrote it. */
    static Optional<StepResult> look(List<Step> steps, TenantReader tenantReader) {
        List<StepResult> found = steps.stream()
                .flatMap(step -> SharedChange.of(step).stream())
                .map(change -> look(change, tenantReader))
                .toList();
        return found.stream()
                .filter(StepResult.Succeeded.class::isInstance)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static <V> StepResult look(SharedChange<V> change, TenantReader tenantReader) {
        return change.read(tenantReader)
                .fold(
                        now -> now.equals(change.after())
                                ? done(StepDone.How.ALREADY_THERE, change, now)
                                : new StepResult.Failed(StopReason.BY_HAND, "It is %s".formatted(change.said(now))),
                        why -> new StepResult.Failed(StopReason.BY_HAND, why));
    }

    private <V> StepResult write(Request.Applying request, SharedChange<V> change, ReadBackPauses pauses)
            throws InterruptedException {
        var key = new ChangeKey(request.id().toString(), request.done().size() + 1);
        log.info("action=write key={} subject={}", key, change.name());
        WriteReceipt receipt = change.writing().apply(writer, key);
        writer.follow(receipt, pauses);
        Fact<Optional<V>> seen;
        do {
            seen = change.read(tenantReader);
            if (seen instanceof Fact.Known(var now, _, _)
                    && now.equals(change.after())) {
                return done(
                        receipt instanceof WriteReceipt.NothingToWrite
                                ? StepDone.How.ALREADY_THERE
                                : StepDone.How.WRITTEN,
                        change,
                        now);
            }
        } while (pauses.next());
        return new StepResult.Retry(
                "Accepted, but when read back: %s".formatted(seen.fold(change::said, why -> why)), StopReason.NOT_SEEN);
    }

    private static <V> StepResult done(StepDone.How how, SharedChange<V> change, Optional<V> now) {
        return new StepResult.Succeeded(how, change.said(now), NOBODY);
    }

    private static String unread(Fact<?> fact) {
        return fact instanceof Fact.Missing(var why) ? why : "";
    }

    /** Why applying stops: where somebody else wrote the same at the same time, it is theirs that is left as it is. */
    static StopReason reason(Request request, BackendFailure failure) {
        return failure.kind() == FailureKind.CONFLICT
                        && request.terms().subject().person().isEmpty()
                ? StopReason.STATE_MOVED
                : StopReason.REFUSED;
    }
}
