package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.SharedPart;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a step changes behind people, with how it is found in the tenant and how it is written.
 *
 * @param name for the log
 * @param words a value of it in words
 * @param now what it is, by a reading that may be a moment old
 * @param part where it is found, which is read anew before it is written; empty where each reading is
 * @param before what it is to be changed from; empty where there is nothing
 * @param after what it is to be changed to; empty where there is to be nothing
 */
record SharedChange<V>(
        String name,
        Optional<V> before,
        Optional<V> after,
        Function<TenantReader, Fact<Optional<V>>> now,
        Function<V, String> words,
        Optional<SharedPart> part,
        BiFunction<ChangeWriter, ChangeKey, WriteReceipt> writing) {
    /** Empty for a step that changes a person, and for one that only looks. */
    static Optional<SharedChange<?>> of(Step step) {
        return step.policyChange()
                .<SharedChange<?>>map(SharedChange::ofPolicy)
                .or(() -> step.fix().map(SharedChange::ofFix))
                .or(() -> step.groupGrant().map(SharedChange::ofGroup));
    }

    private static SharedChange<SharedCalling> ofPolicy(SharedCallingChange change) {
        return new SharedChange<>(
                change.policy().value(),
                change.before(),
                change.after(),
                reader -> reader.freshTenant().tenant().sharedCalling(change.policy()),
                SharedChange::said,
                Optional.of(SharedPart.SHARED_CALLING),
                (writer, key) -> writer.write(change, key));
    }

    private static <V> SharedChange<V> ofFix(Fix<V> fix) {
        return new SharedChange<>(
                fix.subject().name(),
                fix.before(),
                fix.after(),
                reader -> fix.now(reader.freshTenant().tenant()),
                Object::toString,
                Optional.of(
                        fix instanceof PolicyOfNumber ? SharedPart.NUMBER_POLICIES : SharedPart.of(Fixable.of(fix))),
                (writer, key) -> writer.write(fix, key));
    }

    private static SharedChange<GroupGrant> ofGroup(GroupGrantChange change) {
        return new SharedChange<>(
                change.group().value(),
                change.before(),
                change.after(),
                reader -> GroupGrantList.of(change.group(), reader.groupGrants()),
                GroupGrant::text,
                Optional.empty(),
                (writer, key) -> writer.write(change, key));
    }

    /** What it is now; never what was read before, as it is about to be changed, or just was. */
    Fact<Optional<V>> read(TenantReader reader) {
        part.ifPresent(reader::forget);
        return now.apply(reader);
    }

    /** A value in words. */
    String said(Optional<V> value) {
        return value.map(words).orElse(Step.NONE);
    }

    private static String said(SharedCalling policy) {
        return "%s %s %s"
                .formatted(
                        policy.resourceAccount().map(Object::toString).orElse("-"),
                        policy.emergencyNumbers(),
                        policy.description())
                .strip();
    }
}
