package dev.linekeeper.adapter.teams;

import com.azure.core.credential.TokenCredential;
import dev.linekeeper.adapter.entra.RenewableToken;
import dev.linekeeper.adapter.teams.auth.ActivityChecks;
import dev.linekeeper.adapter.teams.auth.BotIdentity;
import dev.linekeeper.adapter.teams.auth.BotIdentity.RegisteredBot;
import dev.linekeeper.adapter.teams.auth.BotIdentity.UnregisteredBot;
import dev.linekeeper.adapter.teams.auth.ConnectorTokens;
import dev.linekeeper.adapter.teams.auth.ErrorEndpoint;
import dev.linekeeper.adapter.teams.auth.HttpAccessRules;
import dev.linekeeper.adapter.teams.auth.MetricsReaders;
import dev.linekeeper.adapter.teams.auth.OrganisationMembers;
import dev.linekeeper.adapter.teams.auth.SigningKeys;
import dev.linekeeper.adapter.teams.auth.TurnedAway;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.connector.BotInstaller;
import dev.linekeeper.adapter.teams.connector.CardCopies;
import dev.linekeeper.adapter.teams.connector.Connector;
import dev.linekeeper.adapter.teams.connector.ConversationPace;
import dev.linekeeper.adapter.teams.connector.ConversationRoster;
import dev.linekeeper.adapter.teams.connector.QueuedCards;
import dev.linekeeper.adapter.teams.connector.QueuedMessages;
import dev.linekeeper.adapter.teams.connector.ServiceUrls;
import dev.linekeeper.adapter.teams.connector.TeamsOutbox;
import dev.linekeeper.adapter.teams.connector.UnsentMessages;
import dev.linekeeper.adapter.teams.files.FilesConfiguration;
import dev.linekeeper.adapter.teams.turn.AbandonedActivities;
import dev.linekeeper.adapter.teams.turn.CardActionHandler;
import dev.linekeeper.adapter.teams.turn.Deliveries;
import dev.linekeeper.adapter.teams.turn.FileConsentHandler;
import dev.linekeeper.adapter.teams.turn.IncomingPace;
import dev.linekeeper.adapter.teams.turn.InstallationHandler;
import dev.linekeeper.adapter.teams.turn.LongAnswers;
import dev.linekeeper.adapter.teams.turn.MentionedPeople;
import dev.linekeeper.adapter.teams.turn.MessageHandler;
import dev.linekeeper.adapter.teams.turn.MessagesEndpoint;
import dev.linekeeper.adapter.teams.turn.Replies;
import dev.linekeeper.adapter.teams.turn.TeamsAdapter;
import dev.linekeeper.adapter.teams.turn.TeamsBot;
import dev.linekeeper.adapter.teams.turn.TurnTimer;
import dev.linekeeper.adapter.teams.web.PublicPages;
import dev.linekeeper.adapter.teams.web.TomcatDoors;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.RefusedRequests;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.Loopback;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.HttpRequestHandlerServlet;
import org.springframework.web.filter.RequestContextFilter;

/** Wires the Teams adapter: the endpoint with its checks, the connector and the outbox. */
@Configuration(proxyBeanMethods = false)
@Import({
    AbandonedActivities.class,
    BestEffortAddresses.class,
    BotInstaller.class,
    CardCopies.class,
    CardActionHandler.class,
    ConversationRoster.class,
    Deliveries.class,
    ErrorEndpoint.class,
    FileConsentHandler.class,
    FilesConfiguration.class,
    IncomingPace.class,
    InstallationHandler.class,
    MentionedPeople.class,
    LongAnswers.class,
    MessageHandler.class,
    MessagesEndpoint.class,
    PublicPages.class,
    TomcatDoors.class,
    CardRenderer.class,
    QueuedCards.class,
    QueuedMessages.class,
    Replies.class,
    TeamsAdapter.class,
    TeamsBot.class,
    TeamsOutbox.class,
    TurnTimer.class,
    UnsentMessages.class
})
public class TeamsConfiguration {
    /** The name of an optional bean that replaces the bot's Azure credential; other adapters have their own. */
    static final String BOT_CREDENTIAL = "botCredential";

    @Bean
    BotIdentity botIdentity(LinekeeperProperties settings) {
        return BotIdentity.of(settings.bot());
    }

    /** Each filter of a request was a span and two timers, which nobody looked at; requests are timed as a whole. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain httpAccess(
            HttpSecurity http,
            BotIdentity identity,
            LinekeeperProperties settings,
            RefusedRequests refused,
            Clock clock) {
        return switch (identity) {
            case UnregisteredBot _ -> HttpAccessRules.toThisMachine(http, refused);
            case RegisteredBot bot ->
                HttpAccessRules.toTeams(
                        http,
                        ConnectorTokens.of(bot, new SigningKeys(clock, Thread::sleep), clock),
                        new MetricsReaders(settings.web()),
                        refused);
        };
    }

    @Bean
    ServletRegistrationBean<HttpRequestHandlerServlet> messagesServlet() {
        var messages = new ServletRegistrationBean<>(new HttpRequestHandlerServlet(), HttpAccessRules.MESSAGES);
        messages.setName(MessagesEndpoint.class.getName()); // the bean it passes requests to
        return messages;
    }

    /** Spring MVC has the request at hand where it needs it; messages do not. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContext() {
        var none = new FilterRegistrationBean<>(new RequestContextFilter());
        none.setEnabled(false);
        return none;
    }

    /** Without an identity the server listens on loopback only, whatever {@code server.address} says. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackAddress(BotIdentity identity) {
        return server -> {
            if (identity instanceof UnregisteredBot) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    @Bean
    ServiceUrls serviceUrls(BotIdentity identity, LinekeeperProperties settings) {
        return switch (identity) {
            case UnregisteredBot _ -> ServiceUrls.on(Loopback.HOSTS);
            case RegisteredBot _ -> ServiceUrls.on(settings.bot().allowedServiceUrls());
        };
    }

    @Bean
    Connector connector(
            BotIdentity identity,
            ServiceUrls serviceUrls,
            @Qualifier(BOT_CREDENTIAL) ObjectProvider<TokenCredential> credential,
            ApiThrottle throttle,
            Clock clock) {
        Optional<RenewableToken> token = switch (identity) {
            case UnregisteredBot _ -> Optional.empty();
            case RegisteredBot bot ->
                Optional.of(Optional.ofNullable(credential.getIfAvailable())
                        .map(given -> new RenewableToken(given, bot.scope(), () -> given))
                        .orElseGet(() -> RenewableToken.of(bot.app(), bot.scope())));
        };
        return new Connector(serviceUrls, token, clock, new ConversationPace(clock, Thread::sleep), throttle);
    }

    /** Runs turns on virtual threads; on shutdown running turns get ten seconds to finish. */
    @Bean
    AsyncTaskExecutor turns() {
        var turns = new SimpleAsyncTaskExecutor("turn-");
        turns.setVirtualThreads(true);
        turns.setTaskTerminationTimeout(Duration.ofSeconds(10).toMillis());
        return turns;
    }

    @Bean
    ActivityChecks activityChecks(
            BotIdentity identity,
            LinekeeperProperties settings,
            ServiceUrls serviceUrls,
            ObjectProvider<Directory> directory,
            AuditTrail trail,
            Clock clock) {
        Optional<OrganisationMembers> members = switch (identity) {
            case UnregisteredBot _ -> Optional.empty();
            case RegisteredBot _ -> Optional.of(new OrganisationMembers(directory.getObject(), clock));
        };
        return new ActivityChecks(
                identity.tenants(settings.bot().allowedTenants()), serviceUrls, members, new TurnedAway(trail, clock));
    }
}
