package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code Set-CsPhoneNumberPolicyAssignment}, where it changes what was just read. */
record NumberPolicyWrites(PowerShell powerShell, LinePolicyList now) {
    private static final Logger log = LoggerFactory.getLogger(NumberPolicyWrites.class);

    /** Without a name the cmdlet takes away what the number has of that type. */
    WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key) {
        Optional<PolicyName> has = LinePolicyList.of(number, new Fact.Known<>(now, PowerShell.SOURCE, Instant.EPOCH))
                .fold(found -> found, why -> {
                    throw new BackendFailure(FailureKind.PROTOCOL, why);
                });
        if (has.equals(policy)) {
            return new WriteReceipt.NothingToWrite();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("TelephoneNumber", number.toString());
        parameters.put("PolicyType", PolicyKind.SHARED_CALLING.type());
        policy.map(PolicyName::value).ifPresent(name -> parameters.put("PolicyName", name));
        powerShell.run(Cmdlet.SET_NUMBER_POLICY, parameters);
        log.info("action=number-policy-set key={} policy={}", key, policy.orElse(null));
        return new WriteReceipt.AcceptedWrite();
    }
}
