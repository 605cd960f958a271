package dev.linekeeper.service.imports;

import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store of imports. Of two who replace one at once the first wins. */
public interface ImportStore {
    /**
     * An import as it is stored.
     *
     * @param version 1 for a new one; grows by one with every replacement
     * @param done as many rows are judged so far, of the judging or asking that is under way
     */
    record StoredImport(PeopleImport list, long version, int done) {}

    /** Stores a new import under the next number, and the key of the message it came with, from which no other is taken. */
    StoredImport add(Optional<String> message, Function<RequestId, PeopleImport> made, GivenRows rows);

    /** What was taken from the message of that key. */
    Optional<StoredImport> takenFrom(String message);

    Optional<StoredImport> find(RequestId id);

    /** What somebody gave, newest first. */
    List<PeopleImport> of(UserId owner, int limit);

    /** The rows as they were given. */
    GivenRows given(RequestId id);

    /** Puts {@code after} in the place of {@code before}; empty when that is not what is stored any more. */
    Optional<StoredImport> replace(StoredImport before, PeopleImport after);

    /** The same with the rows as they are judged now, in their order, instead of those judged before. */
    Optional<StoredImport> replace(StoredImport before, PeopleImport after, List<JudgedRow> rows);

    /** Notes how far it is; false when it was replaced since. */
    boolean reached(StoredImport at, int done);

    /** Judged rows, in the order in which they were stored, from that place on. */
    List<JudgedRow> rows(RequestId id, int from, int limit);

    /** Forgets its rows. */
    void forget(RequestId id);
}
