package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberpolicyassignment">Set-CsPhoneNumberPolicyAssignment</a>
 * for Shared Calling policies: numbers with {@code +} or without, no name takes the policy away, commercial clouds only.
 */
record NumberPolicyCmdlets(SimulatedTenant tenant) {
    void serve(CmdletTable cmdlets) {
        cmdlets.does("Set-CsPhoneNumberPolicyAssignment -TelephoneNumber -PolicyType -PolicyName", this::set);
    }

    private void set(ObjectNode parameters) {
        if (tenant.content().cloud().filter(cloud -> cloud != Cloud.WORLDWIDE).isPresent()) {
            throw CmdletError.of("Forbidden", "The cmdlet is only available in commercial cloud instances.");
        }
        if (!PolicyKind.SHARED_CALLING.type().equalsIgnoreCase(CmdletTable.required(parameters, "PolicyType"))) {
            throw CmdletError.of("BadRequest", "This tenant keeps no policies of that type for numbers.");
        }
        String written = CmdletTable.required(parameters, "TelephoneNumber");
        var number = PhoneNumber.parse(written.startsWith("+") ? written : "+" + written)
                .orElseThrow(() -> CmdletError.of("BadRequest", "The telephone number is not valid."));
        var policy = Optional.of(WireJson.text(parameters, "PolicyName"))
                .filter(name -> !name.isBlank())
                .map(PolicyName::new);
        tenant.change(edit -> new NumberEdit(edit).grant(number, policy));
    }
}
