package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server of our own, started on a free port for one test run and thrown away. Without an installed server
 * the tests that need it are skipped, unless {@code CI=true}: there it must be present.
 */
public final class ThrowAwayPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    /** Nothing of it has to outlive the machine. */
    private static final String QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
            + " -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off";

    private static @Nullable ThrowAwayPostgres running;

    private final Path folder;
    private final int port;
    private @Nullable String migrated;

    private ThrowAwayPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** An empty database, in a server that is started when it is first asked for. */
    public static HikariDataSource freshDatabase() {
        return server().opened(server().created("template1"));
    }

    /** A database with our tables and nothing in them: a copy, since thirty migrations for each test take a second. */
    public static HikariDataSource migratedDatabase() {
        return server().opened(server().created(server().migrated()));
    }

    private synchronized String migrated() {
        if (migrated == null) {
            String template = created("template1");
            try (var empty = opened(template)) {
                Flyway.configure().dataSource(empty).load().migrate();
            }
            migrated = template;
        }
        return migrated;
    }

    private String created(String template) {
        String name = "linekeeper" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database %s template %s".formatted(name, template));
            return name;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HikariDataSource opened(String database) {
        return pool(url(database), "postgres");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    static HikariDataSource pool(String url, String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(1);
        return pool;
    }

    private static synchronized ThrowAwayPostgres server() {
        if (running == null) {
            boolean installed = binary("initdb").isPresent();
            if (System.getenv("CI") == null) {
                Assumptions.assumeTrue(installed, "PostgreSQL is not installed here (apt-get install postgresql)");
            }
            assertThat(installed).as("PostgreSQL is installed where CI runs").isTrue();
            running = start();
        }
        return running;
    }

    private static ThrowAwayPostgres start() {
        try {
            Path folder = Files.createTempDirectory("linekeeper-postgres");
            if (isRoot()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            String data = folder.resolve("data").toString();
            asOwner(binary("initdb").orElseThrow(), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N");
            var server = new ThrowAwayPostgres(folder, startedOn(folder, data));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(data)));
            return server;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A port that was free may be somebody's a moment later. */
    private static int startedOn(Path folder, String data) throws IOException {
        for (int tries = 1; ; tries++) {
            int port = freePort();
            try {
                asOwner(
                        binary("pg_ctl").orElseThrow(),
                        "-D",
                        data,
                        "-w",
                        "-l",
                        folder.resolve("log").toString(),
                        "-o",
                        "-p %d -c listen_addresses=127.0.0.1 -k %s %s".formatted(port, folder, QUICK),
                        "start");
                return port;
            } catch (AssertionError taken) {
                if (tries == 3) {
                    throw taken;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void stop(String data) {
        asOwner(binary("pg_ctl").orElseThrow(), "-D", data, "-m", "immediate", "stop");
        run(List.of("rm", "-rf", folder.toString()));
    }

    /** The server refuses to run as root. */
    private static void asOwner(String... command) {
        var whole = new ArrayList<String>();
        if (isRoot()) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.addAll(List.of(command));
        run(whole);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The newest installed program of PostgreSQL of that name. */
    public static Optional<String> binary(String name) {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .map(Path::toString);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("linekeeper-postgres", ".out");
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/tmp").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as(command.toString())
                    .isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", command, Files.readString(output))
                    .isZero();
            Files.delete(output);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
