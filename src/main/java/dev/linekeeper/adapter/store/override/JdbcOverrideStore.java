package dev.linekeeper.adapter.store.override;

import dev.linekeeper.adapter.store.drift.DriftJson;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.override.StoredOverride;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Overrides in a table, numbered with the requests. Thread-safe. */
public record JdbcOverrideStore(
        JdbcClient jdbc, DriftJson json, BatchStore numbers, Transactions transactions, Clock clock)
        implements OverrideStore {
    @Override
    public Optional<StoredOverride> add(Function<RequestId, EmergencyOverride> made) {
        return transactions.run(() -> {
            EmergencyOverride override = made.apply(numbers.next(1));
            if (openOf(override.person()).isPresent()) {
                return Optional.empty();
            }
            jdbc.sql("insert into emergency_override (number, version, person, open_person, moved_at, body)"
                            + " values (:number, 1, :person, :open, :now, :body)")
                    .param("number", override.id().number())
                    .param("person", override.person().value())
                    .param("open", openPerson(override), Types.VARCHAR)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("body", json.write(OverrideBody.of(override)))
                    .update();
            return Optional.of(new StoredOverride(override, 1));
        });
    }

    @Override
    public Optional<StoredOverride> find(RequestId id) {
        return list("where number = ?", id.number()).stream().findFirst();
    }

    @Override
    public List<StoredOverride> open() {
        return list("where open_person is not null order by number");
    }

    @Override
    public Optional<StoredOverride> openOf(UserId person) {
        return list("where open_person = ?", person.value()).stream().findFirst();
    }

    @Override
    public Optional<StoredOverride> replace(StoredOverride before, EmergencyOverride after) {
        int updated = jdbc.sql("update emergency_override set version = version + 1, open_person = :open,"
                        + " moved_at = :now, body = :body where number = :number and version = :version")
                .param("open", openPerson(after), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("body", json.write(OverrideBody.of(after)))
                .param("number", after.id().number())
                .param("version", before.version())
                .update();
        return updated == 0 ? Optional.empty() : Optional.of(new StoredOverride(after, before.version() + 1));
    }

    private static @Nullable String openPerson(EmergencyOverride override) {
        return override.isOpen() ? override.person().value() : null;
    }

    private List<StoredOverride> list(String which, Object... values) {
        return jdbc.sql("select * from emergency_override " + which)
                .params(values)
                .query((row, _) -> new StoredOverride(
                        json.read(row.getString("body"), OverrideBody.class)
                                .override(new RequestId(row.getLong("number")), new UserId(row.getString("person"))),
                        row.getLong("version")))
                .list();
    }
}
