package dev.linekeeper.app;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.digest.ChannelChoice;
import dev.linekeeper.chat.digest.ChannelLost;
import dev.linekeeper.chat.digest.DigestCards;
import dev.linekeeper.chat.digest.DigestCommand;
import dev.linekeeper.chat.digest.NewsCommands;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.chat.digest.NewsMessages;
import dev.linekeeper.chat.enquiry.EnquiryCards;
import dev.linekeeper.chat.enquiry.EnquiryCommands;
import dev.linekeeper.chat.watch.GroupNewsCards;
import dev.linekeeper.chat.watch.WatchCards;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.digest.DigestReading;
import dev.linekeeper.service.digest.UnsettledDrift;
import dev.linekeeper.service.digest.WeeklyDigest;
import dev.linekeeper.service.enquiry.EnquiryDesk;
import dev.linekeeper.service.enquiry.EnquiryNews;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** News for voice admins and where it goes, enquiries among it, and the weekly digest. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChannelChoice.class,
    ChannelLost.class,
    DigestCards.class,
    EnquiryCards.class,
    EnquiryCommands.class,
    EnquiryDesk.class,
    GroupNewsCards.class,
    NewsCommands.class,
    NewsDelivery.class,
    NewsMessages.class,
    WatchCards.class,
    WeeklyDigest.class
})
class DigestConfiguration {
    /** How long a digest waits for its turn to read one person. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Bean
    EnquiryNews enquiryNews(MessageQueue queue) {
        return (reader, enquiry, version) -> queue.post(reader, BotMessage.outcome(enquiry, version));
    }

    @Bean
    DigestReading digestReading(
            TenantReader reader,
            Directory directory,
            JudgementSettings settings,
            RequestStore requests,
            BatchStore batches,
            ObjectProvider<UnsettledDrift> drift,
            Sleeper sleeper,
            Clock clock) {
        return new DigestReading(
                reader,
                directory,
                settings,
                new BulkPersonReader(reader, PATIENCE, sleeper),
                requests,
                batches,
                drift.stream().toList(),
                clock);
    }

    @Bean
    DigestCommand digestCommand(DigestReading reading, DigestCards cards, LinekeeperProperties settings, Clock clock) {
        return new DigestCommand(reading, cards, clock, settings.digestZone());
    }
}
