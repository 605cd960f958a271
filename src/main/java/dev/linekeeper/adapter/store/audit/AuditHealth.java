package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.service.audit.AuditWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the audit trail is whole and noted outside of the database. A broken one is a matter for people: the bot goes on
 * serving, and readiness does not ask here.
 */
public record AuditHealth(AuditWatch watch) implements HealthIndicator {
    /** Neither up nor down; somebody should look. */
    public static final Status ATTENTION = new Status("ATTENTION");

    @Override
    public Health health() {
        var broken = watch.fault()
                .map(fault -> Health.status(ATTENTION)
                        .withDetail("firstBadRecord", fault.record())
                        .withDetail("why", fault.why()));
        var health = broken.or(() ->
                        watch.trouble().map(why -> Health.status(ATTENTION).withDetail("why", why)))
                .orElseGet(Health::up);
        watch.found()
                .ifPresent(
                        point -> health.withDetail("records", point.records()).withDetail("head", point.head()));
        return health.build();
    }
}
