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
    /** In KiB. H2's own is a sixteenth of the heap that there may be: the more memory a machine has, the more is used. */
    private static final String CACHE = ";CACHE_SIZE=8192";

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
                ? new DatabaseAccess(completed(url), settings.determineUsername(), settings.determinePassword())
                : new DatabaseAccess(
                        completed(url),
                        "",
                        new DatabasePassword(
                                        completed(url), database.resolveSibling(database.getFileName() + ".password"))
                                .of(Files.size(content) == 0));
    }

    /** Without the options behind the first semicolon. */
    private static Path file(String url) {
        String path = url.substring(FILE.length()).split(";", 2)[0];
        return Path.of(path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path);
    }

    /** What is set already stays; a database that serves others is left as it is: it does so only when H2 closes itself. */
    private static String completed(String url) {
        String options = url.toUpperCase(Locale.ROOT);
        if (options.contains("AUTO_SERVER=TRUE")) {
            return url;
        }
        return url
                + (options.contains("CACHE_SIZE=") ? "" : CACHE)
                + (options.contains("DB_CLOSE_ON_EXIT=") ? "" : ";DB_CLOSE_ON_EXIT=FALSE");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + getJdbcUrl + "]";
    }
}
