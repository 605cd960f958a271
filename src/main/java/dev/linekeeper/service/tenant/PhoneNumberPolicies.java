package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Map;

/** Policies granted to single numbers of people who hold several (rule USR-13). */
public interface PhoneNumberPolicies extends Backend {
    /** The Shared Calling policy of each number that has one of its own. */
    Map<PhoneNumber, PolicyName> sharedCalling();
}
