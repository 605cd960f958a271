package dev.linekeeper.adapter.store.mode;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.mode.ModeStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of the mode. Thread-safe. */
public record JdbcModeStore(JdbcClient jdbc) implements ModeStore {
    private static final String ROW = "select mode, chosen_at, wish_by, wish_at from operating_mode where id = 1";

    @Override
    public KeptMode find() {
        return jdbc.sql(ROW).query((row, _) -> kept(row)).single();
    }

    @Override
    public KeptMode forChange() {
        return jdbc.sql(ROW + " for update").query((row, _) -> kept(row)).single();
    }

    @Override
    public void keep(KeptMode mode) {
        jdbc.sql("update operating_mode set mode = ?, chosen_at = ?, wish_by = ?, wish_at = ? where id = 1")
                .param(mode.chosen().map(chosen -> chosen.mode().name()).orElse(null))
                .param(mode.chosen().map(chosen -> column(chosen.at())).orElse(null))
                .param(mode.wish().map(wish -> wish.by().value()).orElse(null))
                .param(mode.wish().map(wish -> column(wish.at())).orElse(null))
                .update();
    }

    private static KeptMode kept(ResultSet row) throws SQLException {
        Optional<Instant> chosen = at(row.getObject("chosen_at", OffsetDateTime.class));
        Optional<Instant> wished = at(row.getObject("wish_at", OffsetDateTime.class));
        String mode = row.getString("mode");
        String by = row.getString("wish_by");
        return new KeptMode(
                chosen.map(at -> new ChosenMode(OperatingMode.valueOf(mode), at)),
                wished.map(at -> new LiveWish(new UserId(by), at)));
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> at(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
