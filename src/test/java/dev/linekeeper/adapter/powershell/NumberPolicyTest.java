package dev.linekeeper.adapter.powershell;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.NumberPolicyContract;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.simulator.powershell.RecordedCmdlet;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Policies of single numbers in the model, and through host.ps1 in a real PowerShell. */
class NumberPolicyTest {
    @Nested
    class InTheModel extends NumberPolicyContract {
        private final SimulatedTenant model = Fabrikam.demo(Clock.systemUTC());

        @Override
        protected WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key) {
            return model.ports().numbers().grant(number, policy, key);
        }

        @Override
        protected Optional<PolicyName> read(PhoneNumber number) {
            return model.ports()
                    .numbers()
                    .find(number)
                    .map(TelephoneNumber::sharedCalling)
                    .flatMap(policy -> policy.known().orElseThrow());
        }
    }

    @Nested
    class InRealPowerShell extends NumberPolicyContract {
        private final EmulatedPowerShell shell = EmulatedPowerShell.inRealPowerShell(Fabrikam.demo(Clock.systemUTC()));

        @AfterEach
        void close() {
            shell.close();
        }

        @Override
        protected WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key) {
            return shell.backend.ports().phoneNumberPolicies().grant(number, policy, key);
        }

        @Override
        protected Optional<PolicyName> read(PhoneNumber number) {
            return Optional.ofNullable(shell.backend
                            .ports()
                            .phoneNumberPolicies()
                            .sharedCalling()
                            .byNumber()
                            .get(number))
                    .map(policy -> policy.known().orElseThrow());
        }
    }

    /** Fabrikam lives in the government cloud, which does not have the cmdlet. */
    @Test
    void another_cloud_refuses_and_what_is_so_already_is_not_written() {
        try (var shell = EmulatedPowerShell.inRealPowerShell(Fabrikam.model())) {
            var policies = shell.backend.ports().phoneNumberPolicies();
            var second = PhoneNumber.of("+14255550180");

            policies.grant(second, Optional.of(new PolicyName("SC-SEA")), KEY);
            assertThat(shell.heard)
                    .extracting(RecordedCmdlet::name)
                    .doesNotContain("Set-CsPhoneNumberPolicyAssignment");

            refused(FailureKind.DENIED, () -> policies.grant(second, Optional.empty(), KEY));
        }
    }
}
