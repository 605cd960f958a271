package dev.linekeeper.service.override;

import dev.linekeeper.core.override.EmergencyGap;
import dev.linekeeper.core.override.GapSought;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.util.Optional;

/** Reads people and the tenant anew and judges what is, or would be, wrong with their emergency calls. */
public record OverrideReading(TenantReader reader, JudgementSettings settings) {
    /**
     * What keeps the person from being enrolled; a number of their own does not, as the enrolment asks for it.
     *
     * @return empty when the directory does not know the person
     * @throws BackendFailure when the tenant does not answer
     */
    Optional<GapSought> sought(UserId person, PolicyName policy) {
        var readiness = fresh();
        return reader.person(person).map(now -> EmergencyGap.sought(policy, readiness.plan(now, policy, true)));
    }

    /** Whether a fresh reading shows that the gap is gone; not while the tenant does not answer or nobody knows the person. */
    boolean isGone(UserId person, EmergencyGap gap) {
        try {
            var readiness = fresh();
            return reader.person(person)
                    .filter(now -> gap.isGone(
                            hasNow(now, gap.policy()) ? readiness.audit(now) : readiness.plan(now, gap.policy(), true)))
                    .isPresent();
        } catch (BackendFailure unanswered) {
            return false;
        }
    }

    private Readiness fresh() {
        return new Readiness(reader.freshTenant().tenant(), settings);
    }

    private static boolean hasNow(Person person, PolicyName policy) {
        return person.policy(PolicyKind.SHARED_CALLING)
                .map(Assignment::policy)
                .known()
                .filter(policy::equals)
                .isPresent();
    }
}
