package dev.linekeeper.app;

import dev.linekeeper.core.override.OverrideLimits;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.service.override.OverrideDesk;
import dev.linekeeper.service.override.OverrideMoves;
import dev.linekeeper.service.override.OverrideReading;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.override.OverrideSubmission;
import dev.linekeeper.service.override.OverrideWatch;
import dev.linekeeper.service.override.OverridesInForce;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Overrides of emergency gaps, beside the requests that they let through. */
@Configuration(proxyBeanMethods = false)
@Import({OverrideDesk.class, OverrideMoves.class, OverrideReading.class, OverrideWatch.class, OverridesInForce.class})
class OverridesConfiguration {
    @Bean
    OverrideLimits overrideLimits(LinekeeperProperties settings) {
        return settings.override().limits();
    }

    @Bean
    OverrideSubmission overrideSubmission(
            OverrideStore store,
            OverrideMoves moves,
            OverrideReading reading,
            RequestStore requests,
            Roles roles,
            ApprovalPolicy policy,
            OverrideLimits limits,
            LinekeeperProperties settings,
            Clock clock) {
        return new OverrideSubmission(
                store,
                moves,
                reading,
                requests,
                roles,
                policy,
                limits,
                settings.schedule().zone(),
                clock);
    }
}
