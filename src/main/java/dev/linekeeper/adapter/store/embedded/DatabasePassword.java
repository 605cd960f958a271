package dev.linekeeper.adapter.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;

/**
 * The password of an embedded database, in a file beside it. A database of version 0.1.0 has none and is given one: a draft
 * is written first, so that a process that dies in between leaves a password that is known.
 *
 * @param url the database
 * @param file what the password is kept in
 */
record DatabasePassword(String url, Path file) {
    private static final int BYTES = 24;
    private static final String WRONG_PASSWORD = "28000";

    /** The password of a database that may have none yet; {@code isNew} when there is no database yet. */
    String of(boolean isNew) throws IOException, SQLException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var draft = file.resolveSibling(file.getFileName() + ".new");
        if (!Files.exists(draft) || Files.size(draft) == 0) {
            OwnerOnly.file(draft);
            Files.writeString(draft, fresh());
        }
        var password = Files.readString(draft).strip();
        if (!isNew) {
            give(password);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** Nothing is to be done when the process died after it had given it. */
    private void give(String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "", "");
                var change = connection.prepareStatement("alter user \"\" set password ?")) {
            change.setString(1, password);
            change.execute();
        } catch (SQLException refused) {
            if (!WRONG_PASSWORD.equals(refused.getSQLState())) {
                throw refused;
            }
            DriverManager.getConnection(url, "", password).close();
        }
    }

    private static String fresh() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
