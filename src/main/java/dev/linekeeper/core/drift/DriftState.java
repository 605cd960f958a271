package dev.linekeeper.core.drift;

import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a {@link DriftFinding}. */
public sealed interface DriftState {
    /** Nobody has said anything to it, or who was to be put back is not. */
    record DriftOpen() implements DriftState {}

    /**
     * It is being looked who can be put back.
     *
     * @param reason in the words of who asked for it
     */
    record PutBackJudged(UserId who, String reason, Instant since) implements DriftState {}

    /**
     * It was looked who can be put back; nothing was asked for.
     *
     * @param can how many
     * @param cannot why the others cannot
     */
    record PutBackReady(UserId who, String reason, int can, List<CountedLine> cannot, Instant at)
            implements DriftState {
        public PutBackReady {
            cannot = List.copyOf(cannot);
        }
    }

    /** Those who can be put back are being asked for. */
    record PutBackAsking(UserId who, String reason, Instant since) implements DriftState {}

    /**
     * They were asked for, and it is not over.
     *
     * @param requests a batch, or requests by themselves
     */
    record PutBackAsked(UserId who, List<RequestId> requests, int people, Instant at) implements DriftState {
        public PutBackAsked {
            requests = List.copyOf(requests);
        }
    }

    /** It is as it should be: told no more, neither of those who come to it yet. */
    record DriftAccepted(UserId who, Instant at) implements DriftState {}

    /** Requests have put everybody back. */
    record DriftPutBack(List<RequestId> requests, Instant at) implements DriftState {
        public DriftPutBack {
            requests = List.copyOf(requests);
        }
    }

    /** A later reading found everybody as before. */
    record DriftSettled(Instant at) implements DriftState {}

    /** Who said what is being done or was done about it. */
    default Optional<UserId> by() {
        return switch (this) {
            case PutBackJudged it -> Optional.of(it.who());
            case PutBackReady it -> Optional.of(it.who());
            case PutBackAsking it -> Optional.of(it.who());
            case PutBackAsked it -> Optional.of(it.who());
            case DriftAccepted it -> Optional.of(it.who());
            case DriftOpen _, DriftPutBack _, DriftSettled _ -> Optional.empty();
        };
    }

    /** Whether somebody has to say something to it still, or it is being put back. */
    default boolean isOpen() {
        return !(this instanceof DriftAccepted || this instanceof DriftPutBack || this instanceof DriftSettled);
    }
}
