package dev.linekeeper.core.fixes;

import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The risk of a policy of a single number: medium where the number had none and is of the country of the policy's number, else high.
 *
 * @param own the country of the number; empty where it is not known
 * @param shared that of the number people call with under the policy
 */
record NumberGrantRisk(Optional<Country> own, Optional<Country> shared) {
    Risk of(PolicyOfNumber grant, Person person) {
        Optional<Explanation> abroad = grant.after().flatMap(_ -> abroad());
        return new Risk(
                grant.before().isEmpty() && abroad.isEmpty() ? RiskLevel.MEDIUM : RiskLevel.HIGH,
                Stream.concat(Stream.of(hidden(grant, person)), abroad.stream()).toList());
    }

    private static Explanation hidden(PolicyOfNumber grant, Person person) {
        String key = "plan.risk.number.%s.".formatted(grant.after().isPresent() ? "granted" : "taken");
        String policy = grant.after().or(grant::before).orElseThrow().value();
        return person.policy(PolicyKind.SHARED_CALLING)
                .fold(
                        theirs -> Explanation.of(
                                key + (theirs instanceof Assignment.Inherited ? "alone" : "over"),
                                person.displayName(),
                                grant.number(),
                                policy,
                                theirs.policy().value()),
                        why -> Explanation.of(key + "unread", person.displayName(), grant.number(), policy, why));
    }

    private Optional<Explanation> abroad() {
        return own.isEmpty() || shared.isEmpty()
                ? Optional.of(Explanation.of("plan.risk.number.country-unread"))
                : own.equals(shared)
                        ? Optional.empty()
                        : Optional.of(Explanation.of("plan.risk.number.abroad", own.get(), shared.get()));
    }
}
