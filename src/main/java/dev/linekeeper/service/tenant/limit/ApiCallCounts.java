package dev.linekeeper.service.tenant.limit;

/**
 * Counts of the calls to one API since this replica started.
 *
 * @param calls made
 * @param waits calls that had to wait for the budget first
 * @param refusals calls that were not made because their turn was too far away
 * @param pauses how often the API answered 429 or Retry-After
 */
public record ApiCallCounts(long calls, long waits, long refusals, long pauses) {}
