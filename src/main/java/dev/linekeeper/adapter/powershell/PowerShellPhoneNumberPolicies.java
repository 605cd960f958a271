package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.service.tenant.PhoneNumberPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Policies of single numbers, read all in one call and written one by one; the module has it since 7.3.1, in commercial clouds only
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberpolicyassignment">cmdlet</a>).
 */
record PowerShellPhoneNumberPolicies(PowerShell powerShell) implements PhoneNumberPolicies {
    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public LinePolicyList sharedCalling() {
        var all = powerShell
                .run(Cmdlet.READ_NUMBER_POLICIES, Map.of("PolicyType", PolicyKind.SHARED_CALLING.type()))
                .entries(entry -> Map.entry(
                        entry.at("TelephoneNumber").phone(),
                        entry.at("PolicyName").fact(JsonCursor::policyName)));
        return new LinePolicyList(
                all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first)),
                all.unread());
    }

    @Override
    public WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key) {
        return new NumberPolicyWrites(powerShell, sharedCalling()).grant(number, policy, key);
    }
}
