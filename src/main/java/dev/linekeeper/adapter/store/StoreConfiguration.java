package dev.linekeeper.adapter.store;

import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.tenant.limit.RateLimit;
import dev.linekeeper.service.tenant.limit.RateLimits;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The stores in the configured database. */
@Configuration(proxyBeanMethods = false)
@Import({
    JdbcTransactions.class,
    StoreJson.class,
    JdbcRequestStore.class,
    JdbcAuditTrail.class,
    JdbcAddresses.class,
    JdbcMessageQueue.class,
    JdbcTokens.class,
    ButtonTokens.class,
    JdbcRetentionCleanup.class
})
public class StoreConfiguration {
    /** An embedded database belongs to one process, which counts in memory; other databases are shared by replicas. */
    @Bean
    RateLimit rateLimit(DataSource database, RateLimits limits, Clock clock) throws SQLException {
        var rates = limits.callsPerSecond();
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:h2:")
                    ? TokenBucketRateLimit.inMemory(rates, clock)
                    : TokenBucketRateLimit.shared(rates, clock, database);
        }
    }

    @Bean
    Checkup storeCheckup(DataSource database) {
        return new StoreCheckup(database);
    }
}
