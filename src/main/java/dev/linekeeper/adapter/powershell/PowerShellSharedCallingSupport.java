package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.tenant.SharedCallingSupport;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which numbers may serve Shared Calling. The cmdlet filters by the attribute but does not print it
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/get-csphonenumberassignment">cmdlet</a>), so
 * it runs once for true and once for false; a number in neither list, or that cannot be read, has no answer.
 */
record PowerShellSharedCallingSupport(PowerShell powerShell) implements SharedCallingSupport {
    private static final Logger log = LoggerFactory.getLogger(PowerShellSharedCallingSupport.class);
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
            var pages = CmdletPages.of(
                    powerShell, Cmdlet.FIND_NUMBERS, Map.of("Filter", filter), "Top", "Skip", MOST_A_PAGE);
            if (!pages.complete()) {
                log.warn(
                        "action=powershell-incomplete cmdlet={} known={}",
                        Cmdlet.FIND_NUMBERS.command(),
                        answers.size());
            }
            pages.entries()
                    .forEach(number ->
                            number.at("TelephoneNumber").readablePhone().ifPresent(held -> answers.put(held, answer)));
        }
        return Map.copyOf(answers);
    }
}
