package dev.linekeeper.adapter.teams;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.TokenBucketRateLimit;
import dev.linekeeper.adapter.teams.auth.ErrorEndpoint;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.teams.turn.MessagesEndpoint;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.RefusedRequests;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** This room as a server of its own, with doubles where the other rooms would be. */
// No stereotype: a scan of the whole application must not find it, and Boot must not add the application to it.
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties(LinekeeperProperties.class)
@Import({TeamsConfiguration.class, MessagesEndpoint.class, ErrorEndpoint.class, RefusedRequests.class})
class TeamsRoom {
    @Bean
    ScriptedChat chat() {
        return new ScriptedChat();
    }

    @Bean
    AddressBook addresses() {
        return new AddressBook();
    }

    @Bean
    NoMessages messages() {
        return new NoMessages();
    }

    @Bean
    MessageCards messageCards() {
        return (message, reader) -> Samples.request("card of " + message.request());
    }

    @Bean
    ApiThrottle throttle(Clock clock) {
        var limit = new ApiThrottle.ApiLimit(1000, 64);
        return new ApiThrottle(
                Map.of(RateLimitedApi.BOT_CONNECTOR, limit),
                TokenBucketRateLimit.inMemory(Map.of(RateLimitedApi.BOT_CONNECTOR, 1000), clock),
                Duration.ofSeconds(20),
                clock,
                Thread::sleep);
    }

    /** Closed with the room. */
    @Bean
    OpenedStore records(Clock clock) {
        return OpenedStore.inMemory("teams-room-" + UUID.randomUUID(), clock);
    }

    @Bean
    AuditTrail trail(OpenedStore records) {
        return records.trail();
    }

    @Bean
    AnswerCards cards() {
        return new AnswerCards();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
