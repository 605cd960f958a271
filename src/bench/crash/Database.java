import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The bot's database: a PostgreSQL at any time, an H2 while no bot has it open. */
final class Database {
    private final String url;
    private final String user;

    Database(String url, String user) {
        this.url = url;
        this.user = user;
    }

    boolean isShared() {
        return url.startsWith("jdbc:postgresql");
    }

    /** An embedded database has its password beside it. */
    private Connection connect() throws SQLException {
        var password = Path.of(url.replaceFirst("jdbc:h2:file:", "") + ".password");
        try {
            return DriverManager.getConnection(
                    url,
                    user,
                    !isShared() && Files.exists(password)
                            ? Files.readString(password).strip()
                            : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
        }
        return found;
    }

    void change(String sql) throws SQLException {
        try (var connection = connect()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    /** Messages that are to be sent, or sent again. */
    int waiting() throws SQLException {
        return Integer.parseInt(rows("select count(*) from message where due is not null")
                        .getFirst()
                        .getFirst())
                + Integer.parseInt(
                        rows("select count(*) from kept_activity").getFirst().getFirst());
    }

    int openRequests() throws SQLException {
        return Integer.parseInt(rows("select count(*) from request where open_person is not null")
                .getFirst()
                .getFirst());
    }

    List<JsonNode> requests() throws SQLException {
        return rows("select number, body from request order by number").stream()
                .map(row -> (JsonNode) ((tools.jackson.databind.node.ObjectNode) Teams.JSON.readTree(row.getLast()))
                        .put("number", Long.parseLong(row.getFirst())))
                .toList();
    }

    /** What is wrong with the chain of audit records, worked out without the bot's code; empty when it is whole. */
    List<String> chain() throws Exception {
        List<String> problems = new ArrayList<>();
        String previous = "0".repeat(64);
        long number = 0;
        for (var row : rows("select number, content, content_hash, previous_hash, hash from audit order by number")) {
            number++;
            String content = row.get(1) == null ? row.get(2) : hex(row.get(1));
            String link = hex(row.get(0) + "\n" + previous + "\n" + content);
            if (Long.parseLong(row.get(0)) != number
                    || !row.get(3).equals(previous)
                    || !row.get(4).equals(link)) {
                problems.add("record %s does not follow from the one before".formatted(row.get(0)));
            }
            previous = row.get(4);
        }
        var head = rows("select number, hash from audit_head").getFirst();
        if (!head.equals(List.of(Long.toString(number), previous))) {
            problems.add("the head is %s, the newest record %d %s".formatted(head, number, previous));
        }
        return problems;
    }

    private static String hex(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
