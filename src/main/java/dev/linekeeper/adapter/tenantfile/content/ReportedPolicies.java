package dev.linekeeper.adapter.tenantfile.content;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.Map;

/**
 * What a file says of somebody's policies besides direct grants.
 *
 * @param untold kinds of which it does not say whether there is a direct grant, and why
 * @param effective the policies in effect, as Graph and the cmdlets report them; a kind that is not in the map has Global
 */
public record ReportedPolicies(Map<PolicyKind, String> untold, Fact<Map<PolicyKind, Fact<Assignment>>> effective) {
    public ReportedPolicies {
        untold = Map.copyOf(untold);
    }
}
