package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;

/** Asks a backend whether it grants a type of policy: nothing documents that for Microsoft Graph. */
public interface PolicyTypeProbe {
    /**
     * Returns when the backend knows the type; whether it takes grants shows only with the first one.
     *
     * @param known a policy of that type that exists
     * @throws BackendFailure of kind {@code UNSUPPORTED} when it does not; of another kind when it could not be found
     * out
     */
    void probe(PolicyKind kind, PolicyName known);
}
