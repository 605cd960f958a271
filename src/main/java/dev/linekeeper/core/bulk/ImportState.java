package dev.linekeeper.core.bulk;

import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a {@link PeopleImport} stands. */
public sealed interface ImportState {
    /** Nobody has said under which policy the people shall be. */
    record PolicyMissing() implements ImportState {}

    /** The people are looked for, and judged. */
    record JudgingRows(Instant since) implements ImportState {}

    /** Everybody is judged; nothing was asked for. */
    record PreviewReady(Instant at) implements ImportState {}

    /**
     * What its owner chose is judged again, and sent.
     *
     * @param withFixes whether those are among them who are moved or whose own number is given back
     */
    record AskingForRows(boolean withFixes, Instant since) implements ImportState {}

    /**
     * Sent to the approvers, as far as it could be.
     *
     * @param batch empty when it was nobody, or each by themselves
     * @param people as many were asked for
     * @param leftOut why the others were not
     */
    record RowsAsked(Optional<RequestId> batch, int people, List<CountedLine> leftOut, Instant at)
            implements ImportState {
        public RowsAsked {
            leftOut = List.copyOf(leftOut);
        }
    }

    record ImportCancelled(Instant at) implements ImportState {}

    /** The people could not be found out, whatever is tried again: there is no such group any more. */
    record ImportFailed(Explanation why, Instant at) implements ImportState {}
}
