package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.DriftFinding;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The store of what changed without us, and of how far it was looked for. Of two who replace a drift at once the first wins. */
public interface DriftStore {
    /** Versions nobody has looked at, from the first after {@code after} on, by when they were first read. */
    List<NewVersion> newVersions(Optional<NewVersion> after, int limit);

    /** Notes that they were looked at; false where somebody else did, and the transaction is to be given up. */
    boolean looked(List<NewVersion> versions);

    /** Stores a new one under the next number; nobody is told of it yet. */
    StoredDrift add(Function<RequestId, DriftFinding> made, Instant now);

    Optional<StoredDrift> find(RequestId id);

    /** Those of that cause, newest first. */
    List<StoredDrift> ofCause(String key);

    /** Those that are open, newest first. */
    List<StoredDrift> open();

    /** Those of the numbers, open or not. */
    List<StoredDrift> between(RequestId first, RequestId last);

    /** Puts {@code after} in the place of {@code before}; empty when that is not what is stored any more. */
    Optional<StoredDrift> replace(StoredDrift before, DriftFinding after, Instant now);

    /** Stores people of a drift, in the place of what was stored of them. */
    void put(RequestId id, List<DriftPerson> people);

    /** People by their ids, from that place on. */
    List<DriftPerson> people(RequestId id, int from, int limit);

    /** Those of the people whom it is about. */
    Map<UserId, DriftPerson> people(RequestId id, Set<UserId> some);

    /** The open drifts of each of the people who are not back. */
    Map<UserId, List<RequestId>> openOf(Set<UserId> people);

    /** Notes that they have again what they had. */
    void back(RequestId id, Collection<UserId> people);

    /** Notes who cannot be put back, and why; forgets what was noted before. */
    void judged(RequestId id, Map<UserId, Explanation> cannot);

    /** Those open that nobody was told of, by number. */
    List<RequestId> untold();

    void told(List<RequestId> drifts);

    default DriftStanding standing() {
        List<StoredDrift> open = open();
        return new DriftStanding(
                open.size(),
                open.stream().mapToInt(StoredDrift::left).sum(),
                open.stream().map(it -> it.drift().found()).min(Instant::compareTo));
    }
}
