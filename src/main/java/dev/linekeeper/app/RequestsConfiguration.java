package dev.linekeeper.app;

import dev.linekeeper.adapter.jobs.JobQueueConfiguration;
import dev.linekeeper.adapter.store.StoreConfiguration;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.service.execution.ApplyGate;
import dev.linekeeper.service.execution.ChangeWriter;
import dev.linekeeper.service.execution.FinalCheck;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.execution.RequestExecution;
import dev.linekeeper.service.execution.RetryPolicy;
import dev.linekeeper.service.execution.StepExecution;
import dev.linekeeper.service.requests.NotificationDispatcher;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.requests.SecondOpinion;
import dev.linekeeper.service.requests.TenantPlanner;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Requests of the configured tenant, in the bot's database. The importing configuration adds the data source and the
 * {@link RequestEvents}; requests are applied only with the workers of {@code adapter.jobs}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    TenantConfiguration.class,
    StoreConfiguration.class,
    JobQueueConfiguration.class,
    NotificationDispatcher.class,
    ApplyGate.class,
    RequestExecution.class,
    RequestSubmission.class,
    ManualStepsCheck.class,
    RequestDecision.class,
    SecondOpinion.class,
    TenantPlanner.class,
    PlanExport.class,
    FinalCheck.class,
    RequestTransitions.class,
    StepExecution.class
})
class RequestsConfiguration {
    /** A grant is usually visible within a minute; refused steps are retried for up to two days. */
    private static final RetryPolicy RETRIES = new RetryPolicy(
            Duration.ofMinutes(2), 5, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));

    @Bean
    ChangeWriter changeWriter(TenantPorts ports) {
        return new ChangeWriter(ports.numbers(), ports.policyGrants(), ports.voiceSwitch());
    }

    @Bean
    ApprovalPolicy approvalPolicy(LinekeeperProperties settings) {
        return settings.approval().policy();
    }

    @Bean
    Supplier<OperatingMode> mode(LinekeeperProperties settings) {
        return settings::mode;
    }

    @Bean
    RetryPolicy retryPolicy() {
        return RETRIES;
    }

    @Bean
    Sleeper sleeper() {
        return Thread::sleep;
    }
}
