package dev.linekeeper.service.digest;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.watch.SharedCallingUse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts people as they are judged. One thread adds, any may look how far it is. */
public final class DigestTally {
    private final Tenant tenant;
    private final Readiness readiness;
    private final Map<String, Integer> rules = new ConcurrentHashMap<>();
    private volatile int looked;
    private volatile int ready;
    private volatile int broken;
    private volatile int unknown;
    private volatile int withoutAccount;

    DigestTally(Tenant tenant, Readiness readiness) {
        this.tenant = tenant;
        this.readiness = readiness;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread adds
    void add(Person person) {
        looked++;
        switch (SharedCallingUse.of(person.policy(PolicyKind.SHARED_CALLING), tenant)) {
            case Fact.Missing<SharedCallingUse> _ -> unknown++;
            case Fact.Known<SharedCallingUse>(var use, _, _) -> {
                switch (use) {
                    case UNDER -> judge(person);
                    case WITHOUT_ACCOUNT -> withoutAccount++;
                    case NONE -> {}
                }
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void judge(Person person) {
        var audit = readiness.audit(person);
        switch (audit.overall()) {
            case READY, READY_WITH_WARNINGS, CAN_ENROL, CAN_ENROL_WITH_WARNINGS -> ready++;
            case NOT_VERIFIED -> unknown++;
            case NOT_READY, BLOCKED -> {
                broken++;
                audit.blocking().forEach(rule -> rules.merge(rule, 1, Integer::sum));
            }
        }
    }

    /** People looked at so far, those included who are not under Shared Calling. */
    public int looked() {
        return looked;
    }

    public int ready() {
        return ready;
    }

    public int broken() {
        return broken;
    }

    int unknown() {
        return unknown;
    }

    int withoutAccount() {
        return withoutAccount;
    }

    Map<String, Integer> rules() {
        return rules;
    }
}
