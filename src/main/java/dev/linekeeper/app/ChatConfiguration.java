package dev.linekeeper.app;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.chat.attestation.AttestationCommands;
import dev.linekeeper.chat.bulk.CourseNotes;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.RequestButtons;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.commands.BatchResultFile;
import dev.linekeeper.chat.commands.Commands;
import dev.linekeeper.chat.commands.Commands.Batches;
import dev.linekeeper.chat.digest.NewsCommands;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.chat.digest.NewsMessages;
import dev.linekeeper.chat.drift.DriftCards;
import dev.linekeeper.chat.drift.DriftCommands;
import dev.linekeeper.chat.engine.AuditedReads;
import dev.linekeeper.chat.engine.ButtonFilter;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.chat.engine.CommandHelp;
import dev.linekeeper.chat.engine.CommandRunner;
import dev.linekeeper.chat.engine.Conversation;
import dev.linekeeper.chat.engine.PersonFinder;
import dev.linekeeper.chat.engine.PolicyFinder;
import dev.linekeeper.chat.enquiry.EnquiryCommands;
import dev.linekeeper.chat.forecast.ForecastCommands;
import dev.linekeeper.chat.imports.GivingCommands;
import dev.linekeeper.chat.imports.ImportCards;
import dev.linekeeper.chat.imports.ImportCommands;
import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.chat.notifications.BatchMessages;
import dev.linekeeper.chat.notifications.OutcomeCards;
import dev.linekeeper.chat.notifications.PendingRequestCards;
import dev.linekeeper.chat.notifications.RequestMessages;
import dev.linekeeper.chat.notifications.RequestNotifications;
import dev.linekeeper.chat.numbers.ReservationCommands;
import dev.linekeeper.chat.numbers.ReservationNewsCards;
import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.chat.override.OverrideCards;
import dev.linekeeper.chat.override.OverrideCommands;
import dev.linekeeper.chat.override.OverrideNotifications;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.chat.setup.SetupCommands;
import dev.linekeeper.chat.site.SiteCommands;
import dev.linekeeper.chat.talk.Talk;
import dev.linekeeper.chat.watch.GroupCommands;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.imports.ImportEvents;
import dev.linekeeper.service.imports.ImportJobs;
import dev.linekeeper.service.imports.ImportStore;
import dev.linekeeper.service.imports.Imports;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.watch.WatchDesk;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The chat: commands, cards and notifications. */
@Configuration(proxyBeanMethods = false)
@Import({
    AttestationConfiguration.class,
    ReservationCommands.class,
    ReservationNotes.class,
    ReservationNewsCards.class,
    AuditedReads.class,
    ButtonFilter.class,
    AnswerCards.class,
    BatchCards.class,
    BatchResultFile.class,
    Batches.class,
    CommandRunner.class,
    CourseNotes.class,
    DigestConfiguration.class,
    DisplayNames.class,
    DriftConfiguration.class,
    GroupCommands.class,
    ImportsConfiguration.class,
    OversightConfiguration.class,
    PendingRequestCards.class,
    PersonFinder.class,
    PolicyFinder.class,
    RequestButtons.class,
    RequestCards.class,
    SiteCommands.class,
    TenantView.class,
    UnreachableApprovers.class,
    WarmUp.class
})
class ChatConfiguration {
    @Bean
    RequestEvents requestNotifications(
            MessageQueue queue,
            RequestStore store,
            BatchStore batches,
            NewsDelivery news,
            OverrideNotifications overrides,
            Clock clock) {
        return new RequestNotifications(queue, store, batches, news, overrides, clock);
    }

    /** The filter is looked up late, as it needs the commands, and they the requests whose changes are notified here. */
    @Bean
    MessageCards messageCards(
            RequestStore store,
            BatchStore batches,
            BatchCards batchCards,
            CourseNotes course,
            Roles roles,
            RequestCards cards,
            DisplayNames names,
            ImportCards imports,
            NewsMessages news,
            DriftCards drift,
            OverrideCards overrides,
            ObjectProvider<ButtonFilter> filter) {
        return ButtonFilter.filteredCards(
                new RequestMessages(
                        store,
                        roles,
                        cards,
                        new OutcomeCards(store, cards, names),
                        new BatchMessages(batches, batchCards, course, roles),
                        imports,
                        news,
                        drift,
                        overrides),
                filter::getObject);
    }

    /** Whose days are meant, in a sentence as on a list. */
    @Bean
    Days days(Clock clock, LinekeeperProperties settings) {
        return new Days(clock, settings.schedule().zone());
    }

    @Bean
    Imports imports(
            ImportStore store,
            ImportJobs jobs,
            ImportEvents events,
            Transactions transactions,
            LinekeeperProperties settings,
            Clock clock) {
        return new Imports(store, jobs, events, transactions, settings.bulk().listsKept(), clock);
    }

    @Bean
    CommandHelp help(
            TenantView tenant,
            DisplayNames names,
            Directory directory,
            Roles roles,
            RequestStore store,
            RequestSubmission submission,
            RequestDecision decision,
            Batches batches,
            GivingCommands giving,
            ImportCommands imports,
            ManualStepsCheck manualSteps,
            PlanExport export,
            SetupCommands setup,
            RequestCards cards,
            AuditTrail trail,
            AuditWatch watch,
            SettingsHistory history,
            NewsCommands news,
            ModeCommands mode,
            DriftCommands drift,
            OverrideCommands overrides,
            WatchDesk watched,
            GroupCommands groups,
            SiteCommands sites,
            LinekeeperProperties settings,
            AttestationCommands attestations,
            ReservationCommands reservations,
            EnquiryCommands enquiries,
            Capabilities capabilities,
            Days days) {
        List<Command> commands = Commands.all(
                tenant,
                names,
                directory,
                roles,
                store,
                submission,
                decision,
                batches,
                giving,
                imports,
                export,
                manualSteps,
                setup,
                cards,
                trail,
                watch,
                history,
                news,
                mode,
                drift,
                overrides,
                watched,
                groups,
                sites,
                new ForecastCommands(tenant, settings.figures()),
                attestations,
                reservations,
                enquiries,
                capabilities,
                days);
        return new CommandHelp(commands, roles, directory);
    }

    @Bean
    CommandBook commandBook(CommandHelp help) {
        return Talk.book(help.commands());
    }

    @Bean
    Chat chat(
            CommandBook book, CommandRunner runner, Roles roles, CommandHelp help, Outbox outbox, ButtonFilter filter) {
        return new Conversation(book, runner, roles, help, filter, outbox, FailureReference::fresh, runner.clock());
    }
}
