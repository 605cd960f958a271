package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Audit records as rows: the content column is hashed, the other columns are for searching and must say the same. */
final class AuditRows {
    static final String COLUMNS =
            "select number, at, actor, action, request, person, content, content_hash, previous_hash, hash from audit ";

    /** A newer version may have written more. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record AuditContent(
            Instant at,
            @Nullable String actor,
            AuditEntry.Action action,
            @Nullable String request,
            @Nullable String person,
            Map<String, String> details,
            @Nullable String salt) {
        AuditContent {
            Objects.requireNonNull(at);
            Objects.requireNonNull(action);
            details = Map.copyOf(details);
        }

        AuditEntry entry() {
            return new AuditEntry(
                    at,
                    Optional.ofNullable(actor).map(UserId::new),
                    action,
                    Optional.ofNullable(request).flatMap(RequestId::parse),
                    Optional.ofNullable(person).map(UserId::new),
                    details);
        }
    }

    AuditRecord record(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return new AuditRecord(
                row.getLong("number"),
                content == null ? columns(row, Map.of()) : entry(content),
                content == null ? "" : content,
                row.getString("content_hash"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private AuditEntry entry(String content) {
        return json.readValue(content, AuditContent.class).entry();
    }

    /** What is wrong with a row at this place of the chain; empty when it fits. Whether it may be erased is not looked at. */
    Optional<String> fault(ResultSet row, long number, String previous) throws SQLException {
        String content = row.getString("content");
        String contentHash = row.getString("content_hash");
        if (row.getLong("number") != number) {
            return Optional.of("it is missing");
        }
        if (!row.getString("previous_hash").equals(previous)) {
            return Optional.of("it does not follow the record before");
        }
        if (!row.getString("hash").equals(AuditChain.link(number, previous, contentHash))) {
            return Optional.of("its hash does not match");
        }
        if (content != null) {
            return fault(row, content, contentHash);
        }
        return row.getString("actor") == null && row.getString("person") == null
                ? Optional.empty()
                : Optional.of("it was erased, but for the people in it");
    }

    private Optional<String> fault(ResultSet row, String content, String contentHash) throws SQLException {
        try {
            AuditContent read = json.readValue(content, AuditContent.class);
            AuditEntry entry = read.entry();
            String written = AuditChain.json(entry, Objects.requireNonNullElse(read.salt(), ""));
            if (!Sha256.hex(content).equals(contentHash) || !written.equals(content)) {
                return Optional.of("its content was changed");
            }
            return columns(row, entry.details()).equals(entry)
                    ? Optional.empty()
                    : Optional.of("its columns do not match its content");
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.of("its content cannot be read");
        }
    }

    /** What stays of a row when it is erased. */
    static String kept(ResultSet row) throws SQLException {
        long request = row.getLong("request");
        String asked = row.wasNull() ? "-" : Long.toString(request);
        return AuditChain.kept(row.getLong("number"), at(row), row.getString("action"), asked);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant();
    }

    private static AuditEntry columns(ResultSet row, Map<String, String> details) throws SQLException {
        long request = row.getLong("request");
        Optional<RequestId> id = row.wasNull() ? Optional.empty() : Optional.of(new RequestId(request));
        return new AuditEntry(
                at(row),
                Optional.ofNullable(row.getString("actor")).map(UserId::new),
                AuditEntry.Action.valueOf(row.getString("action")),
                id,
                Optional.ofNullable(row.getString("person")).map(UserId::new),
                new TreeMap<>(details));
    }
}
