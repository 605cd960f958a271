package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.tenant.SharedCallingSupport;
import java.util.HashMap;
import java.util.Map;

/**
 * Which numbers may serve Shared Calling. The cmdlet filters by the attribute but does not print it
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/get-csphonenumberassignment">cmdlet</a>), so
 * it runs once for true and once for false; a number in neither list has no answer.
 */
record PowerShellSharedCallingSupport(PowerShell powerShell) implements SharedCallingSupport {
    private static final int MOST_A_PAGE = 1000;

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public Map<PhoneNumber, Boolean> answers() {
        Map<PhoneNumber, Boolean> answers = new HashMap<>();
        for (var answer : new boolean[] {true, false}) {
            var filter = "ResourceAccountSharedCallingPolicySupported -eq '%s'".formatted(answer ? "True" : "False");
            CmdletPages.of(powerShell, Cmdlet.FIND_NUMBERS, Map.of("Filter", filter), "Top", "Skip", MOST_A_PAGE)
                    .forEach(number -> answers.put(number.at("TelephoneNumber").phone(), answer));
        }
        return Map.copyOf(answers);
    }
}
