package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Subject;

/** Somebody, or a policy, that was named with others and is no member of their batch, and why. */
public record LeftOut(Subject subject, Explanation why) {}
