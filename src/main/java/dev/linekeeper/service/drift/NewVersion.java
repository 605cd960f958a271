package dev.linekeeper.service.drift;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/** A version of somebody's settings that nobody has looked at. */
public record NewVersion(UserId person, int number, Instant since) {}
