package dev.linekeeper.service.groundwork;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.fixes.FixPlanner;
import dev.linekeeper.core.groups.GroupGrantPlanner;
import dev.linekeeper.core.groups.GroupWish;
import dev.linekeeper.core.policies.Ahead;
import dev.linekeeper.core.policies.PolicyPlanner;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Plans what stands behind people, always from what is read just now: many depend on it.
 *
 * @param ahead what those who are asked for together with it will have done by then
 */
public record GroundworkPlanner(
        TenantReader tenantReader, Directory directory, JudgementSettings settings, Ahead ahead, OtherClaims claims) {
    /** How long a sweep of everybody waits for its turn to read one person. */
    private static final Duration SWEEP_PATIENCE = Duration.ofMinutes(2);

    public PlanResult plan(PolicyWish wish) {
        return read(tenant -> policies(tenant).plan(wish));
    }

    public PlanResult plan(Fix<?> fix) {
        return read(tenant -> fixes(tenant).plan(fix));
    }

    public PlanResult plan(GroupWish wish) {
        return read(tenant -> groups(tenant).plan(wish));
    }

    /** The same plan once more. */
    public PlanResult again(Plan approved) {
        return read(tenant -> approved.fix().isPresent()
                ? fixes(tenant).again(approved)
                : approved.groupGrant().isPresent()
                        ? groups(tenant).again(approved)
                        : policies(tenant).again(approved));
    }

    /** The same for a policy that nobody has by then, whoever has it now. */
    public PlanResult againForNobody(Plan approved) {
        return read(tenant -> new PolicyPlanner(tenant, settings, _ -> PolicyUsers.NOBODY).again(approved));
    }

    /** The way back from a plan that was applied. */
    public PlanResult undo(Plan applied) {
        return read(tenant -> applied.fix().isPresent()
                ? fixes(tenant).undo(applied)
                : applied.groupGrant().isPresent()
                        ? groups(tenant).undo(applied)
                        : policies(tenant).undo(applied));
    }

    private PolicyPlanner policies(Tenant tenant) {
        return new PolicyPlanner(tenant, settings, this::usersOf);
    }

    private FixPlanner fixes(Tenant tenant) {
        return new FixPlanner(tenant, settings, this::look, tenantReader::person, claims::on);
    }

    private GroupGrantPlanner groups(Tenant tenant) {
        return new GroupGrantPlanner(tenant, settings, new GroupReader(tenantReader, directory).reading());
    }

    private PlanResult read(Function<Tenant, PlanResult> planning) {
        try {
            return planning.apply(ahead.in(tenantReader.freshTenant().tenant()));
        } catch (BackendFailure failure) {
            return new PlanResult.NoAnswer(String.valueOf(failure.getMessage()));
        }
    }

    private PolicyUsers usersOf(PolicyName policy) {
        var users = new AtomicReference<>(PolicyUsers.NOBODY);
        look(person -> users.updateAndGet(some ->
                ahead.moved().contains(person.id()) ? some.withMoved(person, policy) : some.with(person, policy)));
        return users.get();
    }

    private void look(Consumer<Person> at) {
        new BulkPersonReader(tenantReader, SWEEP_PATIENCE, Thread::sleep).readAll(directory::forEach, at);
    }
}
