package dev.linekeeper.core.policies;

import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The risk of changing a Shared Calling policy, measured as for people: high where callback numbers go or people are seen
 * under another number, medium where emergency callbacks change, low where nobody calls otherwise. Who uses it is said first.
 */
final class PolicyRisk {
    private final List<Explanation> why = new ArrayList<>();
    private RiskLevel level = RiskLevel.LOW;

    private PolicyRisk() {}

    /** @param users empty where nobody can have it yet */
    static Risk of(SharedCallingChange change, Optional<PolicyUsers> users) {
        var risk = new PolicyRisk();
        users.ifPresent(risk::people);
        List<PhoneNumber> before = numbers(change.before());
        List<PhoneNumber> after = numbers(change.after());
        boolean exists = change.before().isPresent();
        List<PhoneNumber> gone = others(before, after);
        List<PhoneNumber> more = others(after, before);
        if (change.after().isEmpty()) {
            risk.removed(gone, users.filter(it -> it.moving() > 0).isPresent());
        } else if (!exists) {
            risk.add(RiskLevel.LOW, "created");
        }
        if (exists && change.after().isPresent()) {
            if (!account(change.before()).equals(account(change.after()))) {
                risk.add(RiskLevel.HIGH, "account");
            }
            if (!gone.isEmpty()) {
                risk.add(RiskLevel.HIGH, after.isEmpty() ? "no-callback" : "fewer-callbacks", texts(gone));
            }
            if (!more.isEmpty()) {
                risk.add(RiskLevel.MEDIUM, "more-callbacks", texts(more));
            } else if (gone.isEmpty() && !before.equals(after)) {
                risk.add(RiskLevel.MEDIUM, "order");
            }
            if (risk.level == RiskLevel.LOW) {
                risk.add(RiskLevel.LOW, "words");
            }
        }
        return new Risk(risk.level, risk.why);
    }

    /** Who is moved first is said already. */
    private void removed(List<PhoneNumber> freed, boolean peopleMove) {
        if (!freed.isEmpty()) {
            add(RiskLevel.MEDIUM, peopleMove ? "freed" : "removed-with-callbacks", texts(freed));
        } else if (!peopleMove) {
            add(RiskLevel.LOW, "removed");
        }
    }

    private void people(PolicyUsers users) {
        why.add(
                users.moving() > 0
                        ? Explanation.of("plan.risk.policy.moved-first", users.moving())
                        : Explanation.of(
                                users.unread() == 0 ? "plan.risk.policy.people" : "plan.risk.policy.people-at-least",
                                users.using(),
                                users.unread()));
    }

    private void add(RiskLevel reason, String key, Object... arguments) {
        level = level.compareTo(reason) >= 0 ? level : reason;
        why.add(Explanation.of("plan.risk.policy." + key, arguments));
    }

    private static List<PhoneNumber> numbers(Optional<SharedCalling> policy) {
        return policy.map(SharedCalling::emergencyNumbers).orElse(List.of());
    }

    private static Optional<UserId> account(Optional<SharedCalling> policy) {
        return policy.flatMap(SharedCalling::resourceAccount);
    }

    private static List<PhoneNumber> others(List<PhoneNumber> some, List<PhoneNumber> without) {
        return some.stream().filter(number -> !without.contains(number)).toList();
    }

    private static List<String> texts(List<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::toString).toList();
    }
}
