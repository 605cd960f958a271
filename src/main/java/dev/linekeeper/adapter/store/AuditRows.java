package dev.linekeeper.adapter.store;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Audit records as rows: the content column is hashed, the other columns are for searching. */
final class AuditRows {
    private final StoreJson json;

    AuditRows(StoreJson json) {
        this.json = json;
    }

    private record AuditContent(
            Instant at,
            @Nullable String actor,
            AuditEntry.Action action,
            @Nullable String request,
            @Nullable String person,
            Map<String, String> details) {
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

    List<@Nullable Object> parameters(long number, AuditEntry entry, String contentHash, String previous, String hash) {
        return Arrays.asList(
                number,
                SqlTime.column(entry.at()),
                entry.actor().map(UserId::value).orElse(null),
                entry.action().name(),
                entry.request().map(RequestId::number).orElse(null),
                entry.person().map(UserId::value).orElse(null),
                AuditChain.json(entry),
                contentHash,
                previous,
                hash);
    }

    AuditRecord record(ResultSet row) throws SQLException {
        String content = row.getString("content");
        AuditEntry entry = content == null
                ? columns(row, Map.of("erased", "true"))
                : json.read(content, AuditContent.class).entry();
        return new AuditRecord(row.getLong("number"), entry, row.getString("previous_hash"), row.getString("hash"));
    }

    /** What is wrong with a row at this place of the chain; empty when it fits. */
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
        return content == null ? Optional.empty() : fault(row, content, contentHash);
    }

    private Optional<String> fault(ResultSet row, String content, String contentHash) throws SQLException {
        try {
            AuditEntry entry = json.read(content, AuditContent.class).entry();
            if (!AuditChain.contentHash(entry).equals(contentHash)
                    || !AuditChain.json(entry).equals(content)) {
                return Optional.of("its content was changed");
            }
            AuditEntry columns = columns(row, entry.details());
            return columns.equals(entry) ? Optional.empty() : Optional.of("its columns do not match its content");
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.of("its content cannot be read");
        }
    }

    private static AuditEntry columns(ResultSet row, Map<String, String> details) throws SQLException {
        long request = row.getLong("request");
        Optional<RequestId> id = row.wasNull() ? Optional.empty() : Optional.of(new RequestId(request));
        return new AuditEntry(
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                Optional.ofNullable(row.getString("actor")).map(UserId::new),
                AuditEntry.Action.valueOf(row.getString("action")),
                id,
                Optional.ofNullable(row.getString("person")).map(UserId::new),
                new TreeMap<>(details));
    }
}
