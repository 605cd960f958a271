package dev.linekeeper.adapter.store;

import dev.linekeeper.adapter.store.attestation.JdbcAttestationStore;
import dev.linekeeper.adapter.store.attestation.JdbcTestCallStore;
import dev.linekeeper.adapter.store.audit.AuditStoreConfiguration;
import dev.linekeeper.adapter.store.clock.ClockRounds;
import dev.linekeeper.adapter.store.clock.DatabaseClock;
import dev.linekeeper.adapter.store.drift.JdbcDriftStore;
import dev.linekeeper.adapter.store.embedded.DatabaseAccess;
import dev.linekeeper.adapter.store.enquiry.JdbcEnquiryStore;
import dev.linekeeper.adapter.store.mode.JdbcModeStore;
import dev.linekeeper.adapter.store.news.JdbcAdminChannel;
import dev.linekeeper.adapter.store.news.JdbcDigestStore;
import dev.linekeeper.adapter.store.news.JdbcNewsStore;
import dev.linekeeper.adapter.store.override.JdbcOverrideStore;
import dev.linekeeper.adapter.store.reservation.JdbcReservationStore;
import dev.linekeeper.adapter.store.setup.JdbcRoleGroupStore;
import dev.linekeeper.adapter.store.signin.EntraSignIn;
import dev.linekeeper.adapter.store.site.JdbcSiteStore;
import dev.linekeeper.adapter.store.watch.JdbcWatchStore;
import dev.linekeeper.adapter.store.watch.JdbcWatchedGroups;
import dev.linekeeper.chat.DeliveryLog;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.tenant.limit.RateLimit;
import dev.linekeeper.service.tenant.limit.RateLimits;
import dev.linekeeper.settings.LinekeeperProperties;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores in the configured database. */
@Configuration(proxyBeanMethods = false)
@Import({
    JdbcTransactions.class,
    StoreJson.class,
    JdbcRequestStore.class,
    JdbcBatchStore.class,
    RequestErasure.class,
    JdbcSettingsHistory.class,
    JdbcImportStore.class,
    JdbcDriftStore.class,
    JdbcNewsStore.class,
    JdbcOverrideStore.class,
    JdbcAdminChannel.class,
    JdbcWatchStore.class,
    JdbcWatchedGroups.class,
    JdbcDigestStore.class,
    JdbcAttestationStore.class,
    JdbcTestCallStore.class,
    JdbcSiteStore.class,
    JdbcReservationStore.class,
    JdbcEnquiryStore.class,
    JdbcModeStore.class,
    JdbcRoleGroupStore.class,
    AuditStoreConfiguration.class,
    JdbcAddresses.class,
    JdbcMessageLanes.class,
    JdbcMessageQueue.class,
    JdbcTokens.class,
    ButtonTokens.class,
    JdbcRetentionCleanup.class
})
public class StoreConfiguration {
    @Bean
    static EntraSignIn entraSignIn(ObjectProvider<LinekeeperProperties> settings) {
        return new EntraSignIn(settings::getIfAvailable);
    }

    @Bean
    DatabaseAccess databaseAccess(DataSourceProperties settings) throws IOException, SQLException {
        return DatabaseAccess.of(settings);
    }

    /** An embedded database belongs to one process, which counts in memory; other databases are shared by replicas. */
    @Bean
    RateLimit rateLimit(DataSource database, RateLimits limits, Clock clock) throws SQLException {
        var rates = limits.callsPerSecond();
        try (var connection = database.getConnection()) {
            return isEmbedded(connection)
                    ? TokenBucketRateLimit.inMemory(rates, clock)
                    : TokenBucketRateLimit.shared(rates, clock, database);
        }
    }

    @Bean
    DeliveryLog deliveryLog(DataSource database, JdbcClient jdbc, JdbcTransactions transactions) throws SQLException {
        var stored = new JdbcDeliveryLog(jdbc, transactions);
        try (var connection = database.getConnection()) {
            return isEmbedded(connection) ? new EmbeddedDeliveryLog(stored, transactions) : stored;
        }
    }

    /** H2 would write a commit half a second later: a process that is killed would lose what it has just acknowledged. */
    @Bean
    InitializingBean commitsAtOnce(DataSource database) {
        return () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                if (isEmbedded(connection)) {
                    statement.execute("set write_delay 0");
                }
            }
        };
    }

    @Bean
    ClockRounds clockRounds(Optional<DatabaseClock> clock, DataSource database) {
        return new ClockRounds(clock, database);
    }

    private static boolean isEmbedded(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:");
    }

    @Bean
    Checkup storeCheckup(DataSource database) {
        return new StoreCheckup(database);
    }
}
