package dev.linekeeper.adapter.store;

import dev.linekeeper.service.requests.ButtonTokens;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hashes of one-shot button tokens. Of two presses of the same button only one deletes the row. Thread-safe. */
final class JdbcTokens implements ButtonTokens.Store {
    private final JdbcClient jdbc;

    JdbcTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(String hash, Instant expires) {
        jdbc.sql("insert into token (hash, expires_at) values (?, ?)")
                .params(hash, SqlTime.column(expires))
                .update();
    }

    @Override
    public boolean take(String hash, Instant now) {
        return jdbc.sql("delete from token where hash = ? and expires_at > ?")
                        .params(hash, SqlTime.column(now))
                        .update()
                == 1;
    }

    @Override
    public int purge(Instant now) {
        return jdbc.sql("delete from token where expires_at <= ?")
                .param(SqlTime.column(now))
                .update();
    }
}
