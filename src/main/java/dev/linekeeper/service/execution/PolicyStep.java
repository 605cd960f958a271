package dev.linekeeper.service.execution;

import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the step that changes a Shared Calling policy: read, compare, write, read back. Safe to repeat, as those of people are. */
record PolicyStep(TenantReader tenantReader, ChangeWriter writer) {
    private static final Logger log = LoggerFactory.getLogger(PolicyStep.class);
    private static final Fact<VoiceUser> NOBODY = Fact.missing("no person was read");

    StepResult make(Request.Applying request, SharedCallingChange change, ReadBackPauses pauses)
            throws InterruptedException {
        Fact<Optional<SharedCalling>> before = read(change.policy(), tenantReader);
        if (!(before instanceof Fact.Known(var now, _, _))) {
            return new StepResult.Retry(unread(before), StopReason.GAVE_UP);
        }
        if (now.equals(change.after())) {
            return done(StepDone.How.ALREADY_THERE, now);
        }
        if (!now.equals(change.before())) {
            return new StepResult.Failed(StopReason.STATE_MOVED, "It is %s now".formatted(said(now)));
        }
        return request.terms().rehearsal() ? done(StepDone.How.REHEARSED, now) : write(request, change, pauses);
    }

    /** Whether the policy says by now what it is to say, whoever wrote it. */
    static StepResult look(SharedCallingChange change, TenantReader tenantReader) {
        return read(change.policy(), tenantReader)
                .fold(
                        now -> now.equals(change.after())
                                ? done(StepDone.How.ALREADY_THERE, now)
                                : new StepResult.Failed(StopReason.BY_HAND, "It is %s".formatted(said(now))),
                        why -> new StepResult.Failed(StopReason.BY_HAND, why));
    }

    private StepResult write(Request.Applying request, SharedCallingChange change, ReadBackPauses pauses)
            throws InterruptedException {
        var key = new ChangeKey(request.id().toString(), request.done().size() + 1);
        log.info("action=write key={} policy={}", key, change.policy());
        WriteReceipt receipt = writer.write(change, key);
        Fact<Optional<SharedCalling>> seen;
        do {
            seen = read(change.policy(), tenantReader);
            if (seen instanceof Fact.Known(var now, _, _)
                    && now.equals(change.after())) {
                return done(
                        receipt instanceof WriteReceipt.NothingToWrite
                                ? StepDone.How.ALREADY_THERE
                                : StepDone.How.WRITTEN,
                        now);
            }
        } while (pauses.next());
        return new StepResult.Retry(
                "Accepted, but when read back: %s".formatted(seen.fold(PolicyStep::said, why -> why)),
                StopReason.NOT_SEEN);
    }

    /** Never what was read before: it is about to be changed, or just was. */
    private static Fact<Optional<SharedCalling>> read(PolicyName name, TenantReader tenantReader) {
        tenantReader.forgetSharedCalling();
        return tenantReader.freshTenant().tenant().sharedCalling(name);
    }

    private static StepResult done(StepDone.How how, Optional<SharedCalling> now) {
        return new StepResult.Succeeded(how, said(now), NOBODY);
    }

    private static String unread(Fact<?> fact) {
        return fact instanceof Fact.Missing(var why) ? why : "";
    }

    private static String said(Optional<SharedCalling> policy) {
        return policy.map(it -> "%s %s %s"
                        .formatted(
                                it.resourceAccount().map(Object::toString).orElse("-"),
                                it.emergencyNumbers(),
                                it.description())
                        .strip())
                .orElse("none");
    }

    /** Why applying stops: where somebody else wrote a policy at the same time, it is theirs that is left as it is. */
    static StopReason reason(Request request, BackendFailure failure) {
        return failure.kind() == FailureKind.CONFLICT && request.terms().subject() instanceof PolicyName
                ? StopReason.STATE_MOVED
                : StopReason.REFUSED;
    }
}
