package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.Map;

/** Microsoft's own answer to whether a number may serve Shared Calling (rule RES-09). */
public interface SharedCallingSupport extends Backend {
    /** The answer for each number there is one for; about a number that is not here nothing is known. */
    Map<PhoneNumber, Boolean> answers();
}
