package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;

/** Somebody who was named with others and is not a member of their batch, and why. */
public record LeftOut(UserId person, Explanation why) {}
