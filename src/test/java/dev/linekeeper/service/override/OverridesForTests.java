package dev.linekeeper.service.override;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.override.OverrideNotes;
import dev.linekeeper.chat.override.OverrideNotifications;
import dev.linekeeper.core.override.OverrideLimits;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** Everything that decides and watches overrides, over a real store; what is told is queued at once. */
public record OverridesForTests(
        OpenedStore store,
        TenantReader reader,
        JudgementSettings settings,
        Roles roles,
        ApprovalPolicy policy,
        Clock clock) {
    static final OverrideLimits LIMITS = new OverrideLimits(30, Duration.ofDays(7));

    /** What follows moves where nobody has a role. */
    public static OverrideNotifications told(OpenedStore store, Clock clock) {
        var nobody = (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, _) -> {
                    throw new AssertionError("Nobody should call " + method);
                });
        return new OverrideNotifications(
                store.overrides(), new Roles(nobody, Map.of(), clock, Duration.ZERO), store.messages(), clock);
    }

    public OverridesInForce inForce() {
        return new OverridesInForce(store.overrides(), clock);
    }

    public OverrideNotes notes(DisplayNames names) {
        return new OverrideNotes(inForce(), names);
    }

    public OverrideDesk desk() {
        return new OverrideDesk(store.overrides(), moves(), roles, policy, clock);
    }

    public OverrideSubmission submission() {
        return new OverrideSubmission(
                store.overrides(),
                moves(),
                new OverrideReading(reader, settings),
                store.requests(),
                roles,
                policy,
                LIMITS,
                ZoneId.of("UTC"),
                clock);
    }

    public OverrideWatch watch() {
        return new OverrideWatch(store.overrides(), moves(), new OverrideReading(reader, settings), LIMITS, clock);
    }

    private OverrideMoves moves() {
        var told = new OverrideNotifications(store.overrides(), roles, store.messages(), clock);
        var jobs = (JobQueue) Proxy.newProxyInstance(
                JobQueue.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (_, method, arguments) -> {
                    if (method.getName().equals("announce")) {
                        told.moved((RequestId) arguments[0], (Long) arguments[1]);
                    }
                    return null;
                });
        return new OverrideMoves(store.overrides(), store.trail(), jobs, store.transactions(), clock);
    }
}
