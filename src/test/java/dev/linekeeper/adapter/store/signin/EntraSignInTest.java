package dev.linekeeper.adapter.store.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.linekeeper.settings.LinekeeperProperties;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EntraSignInTest {
    private static final Map<String, String> IDENTITY = Map.of(
            "linekeeper.bot.tenant-id", "a-tenant",
            "linekeeper.database.app-id", "the-host",
            "linekeeper.database.credential", "managed-identity");

    /** User and password of each attempt to connect, all of which fail. */
    private final List<List<Object>> attempts = new ArrayList<>();

    @Test
    void every_connection_is_opened_with_a_token_of_its_own_and_the_roles_name() {
        try (var pool = pool("jdbc:postgresql://db/linekeeper", IDENTITY)) {
            assertThatThrownBy(pool::getConnection).hasStackTraceContaining("not here");
            assertThatThrownBy(pool::getConnection).hasStackTraceContaining("not here");
        }
        assertThat(attempts)
                .allSatisfy(attempt ->
                        assertThat(attempt.toString()).matches("\\[linekeeper-host, token [0-9]+ of the-host]"))
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates();
    }

    @Test
    void without_a_credential_the_password_does() {
        try (var pool = pool("jdbc:postgresql://db/linekeeper", Map.of())) {
            assertThatThrownBy(pool::getConnection).hasStackTraceContaining("not here");
        }
        assertThat(attempts).isNotEmpty().allMatch(List.of("linekeeper-host", "a password")::equals);
    }

    @Test
    void what_is_missing_is_told_at_once() {
        assertThatThrownBy(() -> pool(
                        "jdbc:h2:file:./data/linekeeper", Map.of("linekeeper.database.credential", "managed-identity")))
                .hasMessage("The database cannot be signed in to with tokens: linekeeper.bot.tenant-id is missing;"
                        + " linekeeper.database.app-id is missing; linekeeper.database.credential is for PostgreSQL;"
                        + " spring.datasource.url names another database");
    }

    private HikariDataSource pool(String url, Map<String, String> settings) {
        var properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("linekeeper", LinekeeperProperties.class);
        var asked = new AtomicInteger();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("linekeeper-host");
        pool.setPassword("a password");
        pool.setDataSource((DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        return method.getReturnType() == int.class ? 0 : null;
                    }
                    attempts.add(List.of(arguments));
                    throw new SQLException("not here");
                }));
        new EntraSignIn(() -> properties, app -> () -> "token %d of %s".formatted(asked.incrementAndGet(), app.appId()))
                .postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}
