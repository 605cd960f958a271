package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.UsageLocationOfAccount;
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
 * @param part where it is found, which is read anew each time
 * @param before what it is to be changed from; empty where there is nothing
 * @param after what it is to be changed to; empty where there is to be nothing
 */
record SharedChange<V>(
        String name,
        Optional<V> before,
        Optional<V> after,
        Function<Tenant, Fact<Optional<V>>> now,
        Function<V, String> words,
        SharedPart part,
        BiFunction<ChangeWriter, ChangeKey, WriteReceipt> writing) {
    /** Empty for a step that changes a person, and for one that only looks. */
    static Optional<SharedChange<?>> of(Step step) {
        return step.policyChange()
                .<SharedChange<?>>map(SharedChange::ofPolicy)
                .or(() -> step.fix().map(SharedChange::ofFix));
    }

    private static SharedChange<SharedCalling> ofPolicy(SharedCallingChange change) {
        return new SharedChange<>(
                change.policy().value(),
                change.before(),
                change.after(),
                tenant -> tenant.sharedCalling(change.policy()),
                SharedChange::said,
                SharedPart.SHARED_CALLING,
                (writer, key) -> writer.write(change, key));
    }

    private static <V> SharedChange<V> ofFix(Fix<V> fix) {
        return new SharedChange<>(
                fix.subject().name(),
                fix.before(),
                fix.after(),
                fix::now,
                Object::toString,
                switch (fix) {
                    case PlaceOfNumber _ -> SharedPart.NUMBERS;
                    case EmergencyRoutingPolicy _ -> SharedPart.EMERGENCY_ROUTING;
                    case RoutingOfAccount _, AttendantOfAccount _, UsageLocationOfAccount _, SignInOfAccount _ ->
                        SharedPart.ACCOUNTS;
                },
                (writer, key) -> writer.write(fix, key));
    }

    /** What it is now; never what was read before, as it is about to be changed, or just was. */
    Fact<Optional<V>> read(TenantReader reader) {
        reader.forget(part);
        return now.apply(reader.freshTenant().tenant());
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
