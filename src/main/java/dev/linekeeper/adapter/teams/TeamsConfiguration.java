package dev.linekeeper.adapter.teams;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dev.linekeeper.adapter.teams.BotIdentity.None;
import dev.linekeeper.adapter.teams.BotIdentity.Registered;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.Loopback;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Wires this room: the endpoint and its guards, the way back to Teams, and the outbox the chat writes to. */
@Configuration(proxyBeanMethods = false)
@Import({
    BestEffortAddresses.class,
    CardActions.class,
    ErrorPage.class,
    Installations.class,
    Messages.class,
    MessagesEndpoint.class,
    Rendering.class,
    Replies.class,
    TeamsAdapter.class,
    TeamsBot.class,
    TeamsOutbox.class
})
public class TeamsConfiguration {
    /** The name of a bean that takes the place of Azure's credential; other rooms have credentials of their own. */
    static final String BOT_CREDENTIAL = "botCredential";

    @Bean
    BotIdentity botIdentity(LinekeeperProperties settings) {
        return BotIdentity.of(settings.bot());
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, BotIdentity identity) {
        return switch (identity) {
            case None _ -> Doors.toThisMachine(http);
            case Registered self -> Doors.toTeams(http, ConnectorTokens.of(self, new SigningKeys()));
        };
    }

    /** Without an identity nobody else can even connect, whatever {@code server.address} says. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackAddress(BotIdentity identity) {
        return server -> {
            if (identity instanceof None) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    @Bean
    ServiceUrls serviceUrls(BotIdentity identity, LinekeeperProperties settings) {
        return switch (identity) {
            case None _ -> ServiceUrls.on(Loopback.HOSTS);
            case Registered _ -> ServiceUrls.on(settings.bot().allowedServiceUrls());
        };
    }

    @Bean
    Connector connector(
            BotIdentity identity,
            ServiceUrls serviceUrls,
            @Qualifier(BOT_CREDENTIAL) ObjectProvider<TokenCredential> credential,
            Clock clock) {
        Supplier<Optional<String>> token =
                switch (identity) {
                    case None _ -> Optional::empty;
                    case Registered self -> {
                        var source = credential.getIfAvailable(self.app()::credential);
                        yield () -> Optional.of(source.getTokenSync(new TokenRequestContext().addScopes(self.scope()))
                                .getToken());
                    }
                };
        return new Connector(serviceUrls, token, clock, new Pace(clock, Thread::sleep));
    }

    /** Turns run on virtual threads; on shutdown those under way get a little time to finish. */
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
            BestEffortAddresses addresses,
            ObjectProvider<Directory> directory,
            Clock clock) {
        Optional<Members> members =
                switch (identity) {
                    case None _ -> Optional.empty();
                    case Registered _ -> Optional.of(new Members(directory.getObject(), clock));
                };
        return new ActivityChecks(
                identity.tenants(settings.bot().allowedTenants()),
                serviceUrls,
                addresses,
                members,
                clock);
    }
}
