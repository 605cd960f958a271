package dev.linekeeper.core.emergency;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;

/**
 * The notification an emergency call sends, as the emergency calling policy has it.
 *
 * @param mode how, in Microsoft's words, such as {@code NotificationOnly}
 * @param addressEntry whether the caller may confirm or enter an address where the network has none
 * @param perNumber other people for single emergency numbers, such as nobody for the test number 933
 */
public record EmergencyNotification(
        PolicyName policy,
        List<String> notified,
        String mode,
        Optional<String> dialOut,
        Fact<Boolean> addressEntry,
        Optional<String> disclaimer,
        List<Policy.ExtendedNotification> perNumber) {
    public EmergencyNotification {
        notified = List.copyOf(notified);
        perNumber = List.copyOf(perNumber);
    }

    static EmergencyNotification of(Policy.EmergencyCalling policy) {
        return new EmergencyNotification(
                policy.name(),
                policy.notified(),
                policy.notificationMode(),
                policy.dialOut(),
                policy.externalLocationLookup(),
                policy.disclaimer().filter(text -> !text.isBlank()),
                policy.extended());
    }

    List<String> notifiedFor(String dialString) {
        return perNumber.stream()
                .filter(number -> number.dialString().equals(dialString))
                .findFirst()
                .map(Policy.ExtendedNotification::notified)
                .orElse(notified);
    }
}
