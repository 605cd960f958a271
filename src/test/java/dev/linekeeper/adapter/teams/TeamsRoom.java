package dev.linekeeper.adapter.teams;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.TokenBucketRateLimit;
import dev.linekeeper.adapter.teams.auth.ErrorEndpoint;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.teams.turn.MessagesEndpoint;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.digest.AdminChannel;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.chat.digest.NewsIn;
import dev.linekeeper.chat.files.FileSource;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.RefusedRequests;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import dev.linekeeper.settings.LinekeeperProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

    /** A file for the person whose id it has. */
    @Bean
    FileSource files() {
        return new FileSource() {
            @Override
            public String kind() {
                return "sample";
            }

            @Override
            public Optional<byte[]> content(String id, UserId person) {
                return Optional.of("a;b".getBytes(StandardCharsets.UTF_8)).filter(_ -> id.equals(person.value()));
            }
        };
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
    AdminChannel channel(OpenedStore records) {
        return records.channel();
    }

    @Bean
    NewsDelivery news(OpenedStore records, Clock clock) {
        return NewsIn.delivery(records, clock);
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
