package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.tenant.limit.RateLimit;
import dev.linekeeper.service.tenant.limit.RateLimitContract;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.time.Clock;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract over memory and over a PostgreSQL that two replicas share. */
class TokenBucketRateLimitTest {
    @Nested
    class InMemory extends RateLimitContract {
        private final RateLimit budget = TokenBucketRateLimit.inMemory(Throttles.rates(RATE), time);

        @Override
        protected RateLimit fresh() {
            return budget;
        }

        @Override
        protected RateLimit another() {
            return budget;
        }
    }

    @Nested
    class OnPostgres extends RateLimitContract {
        private static HikariDataSource database;

        @BeforeAll
        static void open() {
            database = ThrowAwayPostgres.freshDatabase();
            Flyway.configure().dataSource(database).load().migrate();
        }

        @AfterAll
        static void close() {
            database.close();
        }

        @Override
        protected RateLimit fresh() {
            JdbcClient.create(database).sql("delete from call_budget").update();
            return another();
        }

        @Override
        protected RateLimit another() {
            return TokenBucketRateLimit.shared(Throttles.rates(RATE), time, database);
        }
    }

    @Test
    void a_database_that_is_gone_is_a_failure_that_may_pass() {
        var gone = ThrowAwayPostgres.freshDatabase();
        var budget = TokenBucketRateLimit.shared(Throttles.rates(10), Clock.systemUTC(), gone);
        gone.close();
        var failure =
                Assertions.catchThrowableOfType(BackendFailure.class, () -> budget.take(RateLimitedApi.DIRECTORY));
        assertThat(failure).hasMessageContaining("database");
        assertThat(failure.worthRetrying()).isTrue();
    }
}
