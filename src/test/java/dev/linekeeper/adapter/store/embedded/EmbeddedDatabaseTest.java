package dev.linekeeper.adapter.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

class EmbeddedDatabaseTest {
    private static final Path OF_0_1_0 = Path.of("src/test/resources/store/0.1.0/linekeeper.mv.db");

    @TempDir
    Path parent;

    @Test
    void its_files_are_their_owners_alone() throws Exception {
        open(configured()).close();
        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(permissions(folder().resolve("linekeeper.mv.db"))).isEqualTo("rw-------");
        assertThat(permissions(folder().resolve("linekeeper.password"))).isEqualTo("rw-------");
        assertThat(folder()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void it_has_a_password_of_its_own_that_stays() throws Exception {
        var first = configured();
        open(first).close();
        assertThat(first.getPassword()).hasSizeGreaterThan(30);
        assertThat(first.toString()).doesNotContain(first.getPassword());
        assertThat(configured()).isEqualTo(first);
        assertThatThrownBy(() -> DriverManager.getConnection(first.getJdbcUrl(), "", ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void one_of_version_0_1_0_is_closed_and_given_a_password() throws Exception {
        ofVersion010();
        rows(configured());
        assertThat(permissions(folder().resolve("linekeeper.mv.db"))).isEqualTo("rw-------");
        assertThatThrownBy(() -> DriverManager.getConnection(url(), "", "")).isInstanceOf(SQLException.class);
    }

    @Test
    void a_process_that_dies_while_it_gives_the_password_locks_nobody_out() throws Exception {
        ofVersion010();
        Files.writeString(folder().resolve("linekeeper.password.new"), "written-and-not-given");
        assertThat(configured().getPassword()).isEqualTo("written-and-not-given");

        Files.move(folder().resolve("linekeeper.password"), folder().resolve("linekeeper.password.new"));
        var given = configured();
        assertThat(given.getPassword()).isEqualTo("written-and-not-given");
        rows(given);
    }

    @Test
    void a_configured_user_is_left_as_it_is() throws Exception {
        var settings = settings(url());
        settings.setUsername("sa");
        settings.setPassword("mine");
        var access = DatabaseAccess.of(settings);
        assertThat(access.getUsername()).isEqualTo("sa");
        assertThat(access.getPassword()).isEqualTo("mine");
        assertThat(folder()).isDirectoryNotContaining("glob:**.password");
    }

    @Test
    void a_folder_that_is_shared_and_another_database_are_left_as_they_are() throws Exception {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        configured();
        assertThat(permissions(folder())).isEqualTo("rwxrwxrwx");

        assertThat(DatabaseAccess.of(settings("jdbc:h2:mem:some")).getJdbcUrl()).isEqualTo("jdbc:h2:mem:some");
        assertThat(DatabaseAccess.of(settings("jdbc:postgresql://db/linekeeper"))
                        .getJdbcUrl())
                .isEqualTo("jdbc:postgresql://db/linekeeper");
    }

    @Test
    void it_does_not_close_itself_unless_it_serves_others() throws Exception {
        assertThat(configured().getJdbcUrl()).endsWith(";DB_CLOSE_ON_EXIT=FALSE");
        assertThat(DatabaseAccess.of(settings(url() + ";AUTO_SERVER=TRUE")).getJdbcUrl())
                .endsWith(";AUTO_SERVER=TRUE");
    }

    @Test
    void its_cache_does_not_grow_with_the_machine() throws Exception {
        assertThat(configured().getJdbcUrl()).contains(";CACHE_SIZE=8192;");
        assertThat(DatabaseAccess.of(settings(url() + ";CACHE_SIZE=1024")).getJdbcUrl())
                .contains(";CACHE_SIZE=1024;")
                .doesNotContain("8192");
        try (var connection = open(configured());
                var cached = connection
                        .createStatement()
                        .executeQuery("select setting_value from information_schema.settings"
                                + " where setting_name = 'info.CACHE_MAX_SIZE'")) {
            assertThat(cached.next()).isTrue();
            assertThat(cached.getInt(1)).isEqualTo(8);
        }
    }

    private void ofVersion010() throws Exception {
        Files.createDirectories(folder());
        Files.copy(OF_0_1_0, folder().resolve("linekeeper.mv.db"));
    }

    private Path folder() {
        return parent.resolve("data");
    }

    private String url() {
        return "jdbc:h2:file:" + folder().resolve("linekeeper");
    }

    private DatabaseAccess configured() throws Exception {
        return DatabaseAccess.of(settings(url()));
    }

    private static DataSourceProperties settings(String url) throws Exception {
        var settings = new DataSourceProperties();
        settings.setUrl(url);
        settings.afterPropertiesSet();
        return settings;
    }

    private static java.sql.Connection open(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.getJdbcUrl(), access.getUsername(), access.getPassword());
    }

    private static void rows(DatabaseAccess access) throws SQLException {
        try (var connection = open(access);
                var found = connection.createStatement().executeQuery("select count(*) from request")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getInt(1)).isGreaterThan(10);
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
