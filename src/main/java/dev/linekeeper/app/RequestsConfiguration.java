package dev.linekeeper.app;

import dev.linekeeper.adapter.jobs.JobQueueConfiguration;
import dev.linekeeper.adapter.store.StoreConfiguration;
import dev.linekeeper.core.attestation.AttestationTerms;
import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.OperatingMode.ModeLimits;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationDesk;
import dev.linekeeper.service.attestation.AttestationReminders;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.execution.ApplyGate;
import dev.linekeeper.service.execution.ChangeWriter;
import dev.linekeeper.service.execution.FinalCheck;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.execution.RequestExecution;
import dev.linekeeper.service.execution.RetryPolicy;
import dev.linekeeper.service.execution.StepExecution;
import dev.linekeeper.service.history.HistoryRecorder;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.history.SettingsSweep;
import dev.linekeeper.service.mode.ModeSwitch;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.NotificationDispatcher;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.RequestTransitions;
import dev.linekeeper.service.requests.SecondOpinion;
import dev.linekeeper.service.requests.TenantPlanner;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.schedule.Endings;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import dev.linekeeper.service.tenant.gathering.RunsInFlight;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.service.watch.DirectoryChanges;
import dev.linekeeper.service.watch.DirectoryWatch;
import dev.linekeeper.service.watch.LeaverRequests;
import dev.linekeeper.service.watch.PeopleWatch;
import dev.linekeeper.service.watch.WatchStore;
import dev.linekeeper.service.watch.WatchSubject;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Requests of the configured tenant, in the bot's database. The importing configuration adds the data source and the
 * {@link RequestEvents}; requests are applied only with the workers of {@code adapter.jobs}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    BatchesConfiguration.class,
    GroupsConfiguration.class,
    OverridesConfiguration.class,
    SitesConfiguration.class,
    TenantConfiguration.class,
    StoreConfiguration.class,
    JobQueueConfiguration.class,
    AdminNews.class,
    AttestationDesk.class,
    AttestationReminders.class,
    NotificationDispatcher.class,
    HistoryRecorder.class,
    ModeSwitch.class,
    PeopleWatch.class,
    Endings.class,
    RequestExecution.class,
    RequestSubmission.class,
    ManualStepsCheck.class,
    RequestDecision.class,
    SecondOpinion.class,
    TenantPlanner.class,
    PlanExport.class,
    RequestTransitions.class
})
class RequestsConfiguration {
    /** A grant is usually visible within a minute; refused steps are retried for up to two days. */
    private static final RetryPolicy RETRIES = new RetryPolicy(
            Duration.ofMinutes(2), 5, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));

    /** How long a sweep waits for its turn to read one person. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    @Bean
    GatheredTenant gatheredTenant(TenantPorts ports, TenantReader reader) {
        return GatheredTenant.of(ports, reader);
    }

    @Bean
    AttestationTerms attestationTerms(LinekeeperProperties settings) {
        return settings.attestationTerms();
    }

    @Bean
    RunsInFlight runsInFlight(GatheredTenant tenant) {
        return tenant.runs();
    }

    @Bean
    ApplyGate applyGate(
            TenantPlanner planner,
            GatheredTenant tenant,
            Roles roles,
            ApprovalPolicy policy,
            Supplier<OperatingMode> mode,
            Clock clock) {
        return new ApplyGate(planner.through(tenant.reader()), roles.through(tenant.directory()), policy, mode, clock);
    }

    @Bean
    FinalCheck finalCheck(GatheredTenant tenant, JudgementSettings settings, AcceptedGaps gaps, Clock clock) {
        return new FinalCheck(tenant.reader(), settings, gaps, clock);
    }

    @Bean
    StepExecution stepExecution(
            TenantPorts ports, GatheredTenant tenant, FinalCheck finalCheck, Sleeper sleeper, Clock clock) {
        return new StepExecution(
                tenant.reader(), ChangeWriter.of(ports, tenant.grants()), finalCheck, RETRIES, sleeper, clock);
    }

    @Bean
    SettingsSweep settingsSweep(
            TenantPorts ports,
            TenantReader reader,
            HistoryRecorder recorder,
            PeopleWatch watch,
            RequestStore store,
            Sleeper sleeper,
            Clock clock) {
        return new SettingsSweep(
                reader,
                ports.directory(),
                ports.voiceUsers(),
                new BulkPersonReader(reader, PATIENCE, sleeper),
                recorder,
                watch,
                changing(store),
                clock);
    }

    private static Predicate<UserId> changing(RequestStore store) {
        return person ->
                store.open(person).filter(Request.Applying.class::isInstance).isPresent();
    }

    /** There is none where the backend tells of no changes, such as a tenant file. */
    @Bean
    @Nullable
    DirectoryWatch directoryWatch(
            ObjectProvider<DirectoryChanges> changes,
            WatchStore watchStore,
            PeopleWatch people,
            LeaverRequests leavers,
            TenantReader reader,
            Directory directory,
            SettingsHistory history,
            SettingsSweep sweep,
            RequestStore store,
            Sleeper sleeper,
            Clock clock) {
        return changes.stream()
                .map(each -> new DirectoryWatch(
                        each,
                        watchStore,
                        people,
                        leavers,
                        reader,
                        directory,
                        new BulkPersonReader(reader, PATIENCE, sleeper),
                        history,
                        changing(store),
                        sweep::run,
                        clock))
                .findFirst()
                .orElse(null);
    }

    @Bean
    LeaverRequests leaverRequests(
            WatchStore watchStore,
            RequestStore store,
            RequestSubmission submission,
            RequestTransitions transitions,
            AdminNews news,
            Transactions transactions,
            LinekeeperProperties settings,
            Clock clock) {
        return new LeaverRequests(
                watchStore,
                store,
                submission,
                transitions,
                subject -> news.post(WatchSubject.KIND, subject.toString()),
                transactions,
                settings.watch().most(),
                clock);
    }

    @Bean
    ApprovalPolicy approvalPolicy(LinekeeperProperties settings) {
        return settings.approval().policy();
    }

    @Bean
    Caution caution(LinekeeperProperties settings) {
        return settings.bulk().caution();
    }

    @Bean
    FreezeWindows freezeWindows(LinekeeperProperties settings) {
        return settings.bulk().windows();
    }

    @Bean
    ModeLimits modeLimits(LinekeeperProperties settings) {
        return settings.modeLimits();
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
