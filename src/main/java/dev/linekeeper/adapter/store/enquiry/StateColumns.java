package dev.linekeeper.adapter.store.enquiry;

import dev.linekeeper.core.enquiry.EnquiryState;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryAnswered;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryOpen;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryTaken;
import dev.linekeeper.core.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns that say how far an enquiry is. */
record StateColumns(
        String name,
        @Nullable String by,
        @Nullable OffsetDateTime at,
        @Nullable String answer) {
    static StateColumns of(EnquiryState state) {
        return switch (state) {
            case EnquiryOpen() -> new StateColumns("OPEN", null, null, null);
            case EnquiryTaken(var by, var at) ->
                new StateColumns("TAKEN", by.value(), at.atOffset(ZoneOffset.UTC), null);
            case EnquiryAnswered(var by, var at, var answer) ->
                new StateColumns("ANSWERED", by.value(), at.atOffset(ZoneOffset.UTC), answer);
        };
    }

    static StateColumns of(ResultSet row) throws SQLException {
        return new StateColumns(
                row.getString("state"),
                row.getString("moved_by"),
                row.getObject("moved_at", OffsetDateTime.class),
                row.getString("answer"));
    }

    EnquiryState state() {
        return switch (name) {
            case "OPEN" -> new EnquiryOpen();
            case "TAKEN" -> new EnquiryTaken(mover(), movedAt());
            default -> new EnquiryAnswered(mover(), movedAt(), Objects.requireNonNull(answer));
        };
    }

    private UserId mover() {
        return new UserId(Objects.requireNonNull(by));
    }

    private Instant movedAt() {
        return Objects.requireNonNull(at).toInstant();
    }
}
