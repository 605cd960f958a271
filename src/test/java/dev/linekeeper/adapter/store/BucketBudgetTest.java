package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Budget;
import dev.linekeeper.service.tenant.BudgetContract;
import dev.linekeeper.service.tenant.Surface;
import dev.linekeeper.service.tenant.Throttles;
import java.time.Clock;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract over memory and over a PostgreSQL that two replicas share. */
class BucketBudgetTest {
    @Nested
    class InMemory extends BudgetContract {
        private final Budget budget = BucketBudget.inMemory(Throttles.rates(RATE), time);

        @Override
        protected Budget fresh() {
            return budget;
        }

        @Override
        protected Budget another() {
            return budget;
        }
    }

    @Nested
    class OnPostgres extends BudgetContract {
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
        protected Budget fresh() {
            JdbcClient.create(database).sql("delete from call_budget").update();
            return another();
        }

        @Override
        protected Budget another() {
            return BucketBudget.shared(Throttles.rates(RATE), time, database);
        }
    }

    @Test
    void a_database_that_is_gone_is_a_failure_that_may_pass() {
        var gone = ThrowAwayPostgres.freshDatabase();
        var budget = BucketBudget.shared(Throttles.rates(10), Clock.systemUTC(), gone);
        gone.close();
        var failure = Assertions.catchThrowableOfType(BackendFailure.class, () -> budget.take(Surface.DIRECTORY));
        assertThat(failure).hasMessageContaining("database");
        assertThat(failure.worthRetrying()).isTrue();
    }
}
