package dev.linekeeper.adapter.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How the database is reached: as it is configured; an embedded one in a file without a configured user with a password of
 * its own. H2 does not close itself when the process is told to end: it would before the jobs have.
 */
public record DatabaseAccess(
        String getJdbcUrl,
        @Nullable String getUsername,
        @Nullable String getPassword) implements JdbcConnectionDetails {
    private static final String FILE = "jdbc:h2:file:";

    public static DatabaseAccess of(DataSourceProperties settings) throws IOException, SQLException {
        String url = settings.determineUrl();
        if (!url.startsWith(FILE)) {
            return new DatabaseAccess(url, settings.determineUsername(), settings.determinePassword());
        }
        Path database = file(url);
        OwnerOnly.folder(database.resolveSibling("").toAbsolutePath());
        Path content = database.resolveSibling(database.getFileName() + ".mv.db");
        OwnerOnly.file(content);
        return settings.getUsername() != null || settings.getPassword() != null
                ? new DatabaseAccess(staysOpen(url), settings.determineUsername(), settings.determinePassword())
                : new DatabaseAccess(
                        staysOpen(url),
                        "",
                        new DatabasePassword(
                                        staysOpen(url), database.resolveSibling(database.getFileName() + ".password"))
                                .of(Files.size(content) == 0));
    }

    /** Without the options behind the first semicolon. */
    private static Path file(String url) {
        String path = url.substring(FILE.length()).split(";", 2)[0];
        return Path.of(path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path);
    }

    /** Unless it is set, or the database serves others, which H2 does not do without closing itself. */
    private static String staysOpen(String url) {
        String options = url.toUpperCase(Locale.ROOT);
        return options.contains("DB_CLOSE_ON_EXIT=") || options.contains("AUTO_SERVER=TRUE")
                ? url
                : url + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + getJdbcUrl + "]";
    }
}
