package dev.linekeeper.app;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Announcements;
import dev.linekeeper.chat.Arrivals;
import dev.linekeeper.chat.AuditedReads;
import dev.linekeeper.chat.ButtonFilter;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.Command;
import dev.linekeeper.chat.CommandBook;
import dev.linekeeper.chat.CommandRunner;
import dev.linekeeper.chat.Commands;
import dev.linekeeper.chat.Conversation;
import dev.linekeeper.chat.Help;
import dev.linekeeper.chat.Names;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.PersonFinder;
import dev.linekeeper.chat.PolicyFinder;
import dev.linekeeper.chat.Reference;
import dev.linekeeper.chat.RequestCards;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.Undelivered;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What people talk to: the commands, their cards and who is told. */
@Configuration(proxyBeanMethods = false)
@Import({
    AuditedReads.class,
    ButtonFilter.class,
    AnswerCards.class,
    CommandRunner.class,
    Names.class,
    PersonFinder.class,
    PolicyFinder.class,
    RequestCards.class,
    TenantView.class,
    Undelivered.class
})
class ChatConfiguration {
    /** The filter is fetched late: commands need the requests, whose changes are announced here. */
    @Bean
    RequestEvents announcements(
            Outbox outbox, RequestCards cards, Undelivered undelivered, ObjectProvider<ButtonFilter> filter) {
        return new Announcements(ButtonFilter.before(outbox, filter::getObject), cards, undelivered);
    }

    @Bean
    Arrivals arrivals(
            RequestStore store, Outbox outbox, RequestCards cards, Undelivered undelivered, ButtonFilter filter) {
        return new Arrivals(store, ButtonFilter.before(outbox, () -> filter), cards, undelivered);
    }

    @Bean
    Help help(
            TenantView tenant,
            Names names,
            Directory directory,
            Roles roles,
            RequestStore store,
            RequestSubmission asking,
            RequestDecision deciding,
            ManualStepsCheck confirming,
            PlanExport exporting,
            Doctor doctor,
            RequestCards cards,
            AuditTrail trail) {
        List<Command> commands = Commands.all(
                tenant,
                names,
                directory,
                roles,
                store,
                asking,
                deciding,
                exporting,
                confirming,
                doctor,
                cards,
                trail);
        return new Help(commands, roles, directory);
    }

    @Bean
    CommandBook commandBook(Help help) {
        return new CommandBook(help.commands());
    }

    @Bean
    Chat chat(
            CommandBook book, CommandRunner runner, Roles roles, Help help, Outbox outbox, ButtonFilter filter) {
        return new Conversation(book, runner, roles, help, filter, outbox, Reference::fresh);
    }
}
