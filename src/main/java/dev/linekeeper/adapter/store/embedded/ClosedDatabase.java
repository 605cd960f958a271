package dev.linekeeper.adapter.store.embedded;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Gives up connections to a database that H2 has closed, as it does when the disk is full or fails: it opens the file anew for
 * the next connection, but calls the old ones valid, so that a pool would keep them for ever. Nothing of PostgreSQL's is
 * meant: it has none of these states.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
    /** The database has been closed, and is closed with a failure to write or read its file (2.4). */
    private static final Set<String> CLOSED = Set.of("90098", "90028", "90031", "HY000");

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return CLOSED.contains(String.valueOf(failure.getSQLState())) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
