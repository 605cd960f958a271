package dev.linekeeper.app;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Writes that wait until they show, for a tenant in which that takes a while. What never shows is for the test to say. */
record Patient(VoiceUsers users, Duration patience) {
    PolicyGrants grants(PolicyGrants real) {
        return new PolicyGrants() {
            @Override
            public String source() {
                return real.source();
            }

            @Override
            public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
                var receipt = real.grant(person, kind, policy, key);
                until(
                        person,
                        user -> user.policy(kind)
                                .known()
                                .filter(Assignment.Direct.class::isInstance)
                                .filter(assignment -> assignment.policy().equals(policy))
                                .isPresent());
                return receipt;
            }

            @Override
            public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
                var receipt = real.revoke(person, kind, key);
                until(
                        person,
                        user -> user.policy(kind)
                                .known()
                                .filter(assignment -> !(assignment instanceof Assignment.Direct))
                                .isPresent());
                return receipt;
            }
        };
    }

    EnterpriseVoiceSwitch voiceSwitch(EnterpriseVoiceSwitch real) {
        return new EnterpriseVoiceSwitch() {
            @Override
            public String source() {
                return real.source();
            }

            @Override
            public WriteReceipt set(UserId person, boolean on, ChangeKey key) {
                var receipt = real.set(person, on, key);
                until(
                        person,
                        user -> user.voiceOn().known().filter(now -> now == on).isPresent());
                return receipt;
            }
        };
    }

    private void until(UserId person, Predicate<VoiceUser> shows) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofSeconds(2))
                    .pollDelay(Duration.ZERO)
                    .until(() -> users.read(person).filter(shows).isPresent());
        } catch (ConditionTimeoutException notSeen) {
            // The assertion that follows tells what is there instead.
            return;
        }
    }
}
