package dev.linekeeper.app;

import dev.linekeeper.chat.drift.DriftCards;
import dev.linekeeper.chat.drift.DriftCommands;
import dev.linekeeper.chat.drift.DriftFile;
import dev.linekeeper.chat.drift.DriftNewsCards;
import dev.linekeeper.chat.drift.DriftNotifications;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.service.digest.UnsettledDrift;
import dev.linekeeper.service.drift.DriftDesk;
import dev.linekeeper.service.drift.DriftLook;
import dev.linekeeper.service.drift.DriftNews;
import dev.linekeeper.service.drift.DriftStore;
import dev.linekeeper.service.drift.PutBackEnds;
import dev.linekeeper.service.drift.PutBackRun;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What changed without us: how it is looked for, cards, commands, and the way back. */
@Configuration(proxyBeanMethods = false)
@Import({
    DriftCards.class,
    DriftCommands.class,
    DriftDesk.class,
    DriftFile.class,
    DriftNews.class,
    DriftNewsCards.class,
    DriftNotifications.class,
    PutBackEnds.class,
    PutBackRun.class
})
class DriftConfiguration {
    @Bean
    DriftLook driftLook(
            DriftStore store,
            SettingsHistory history,
            TenantPorts ports,
            DriftNews news,
            PutBackEnds ends,
            RequestStore requests,
            Transactions transactions,
            Clock clock) {
        return new DriftLook(
                store,
                history,
                ports.directory(),
                news,
                ends,
                person -> requests.open(person)
                        .filter(Request.Applying.class::isInstance)
                        .isPresent(),
                transactions,
                clock);
    }

    @Bean
    UnsettledDrift unsettledDrift(DriftStore store) {
        return () -> store.standing().drifts();
    }
}
