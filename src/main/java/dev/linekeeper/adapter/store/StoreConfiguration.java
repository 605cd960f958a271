package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RetentionCleanup;
import dev.linekeeper.service.tenant.limit.RateLimit;
import dev.linekeeper.service.tenant.limit.RateLimits;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Everything that is kept, in the configured database. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
    @Bean
    JdbcTransactions transactions(PlatformTransactionManager manager) {
        return new JdbcTransactions(manager);
    }

    @Bean
    StoreJson storeJson() {
        return new StoreJson();
    }

    @Bean
    RequestStore requestStore(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json, Clock clock) {
        return new JdbcRequestStore(jdbc, transactions, json, clock);
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json) {
        return new JdbcAuditTrail(jdbc, transactions, json);
    }

    @Bean
    Addresses addresses(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json) {
        return new JdbcAddresses(jdbc, transactions, json);
    }

    @Bean
    JdbcTokens tokenStore(JdbcClient jdbc) {
        return new JdbcTokens(jdbc);
    }

    @Bean
    ButtonTokens tokens(ButtonTokens.Store store, Clock clock) {
        return new ButtonTokens(store, clock);
    }

    /** An embedded database belongs to one process, which counts in memory; other databases are shared by replicas. */
    @Bean
    RateLimit budget(DataSource database, RateLimits limits, Clock clock) throws SQLException {
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

    @Bean
    RetentionCleanup upkeep(JdbcClient jdbc, JdbcTokens tokens) {
        return new JdbcRetentionCleanup(jdbc, tokens);
    }
}
