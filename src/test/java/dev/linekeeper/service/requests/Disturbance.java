package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong at a moment of an apply. Most passes, and then the request can be finished as it was approved. */
enum Disturbance {
    PROCESS_DIES(Where.RECORDS_AND_WRITES, true),
    /** A second worker takes the request up and runs it to its end, while this one stands still. */
    SECOND_WORKER(Where.RECORDS_AND_WRITES, true),
    APPROVERS_LEAVE(Where.ANY, true),
    READ_ONLY(Where.ANY, true),
    POLICY_GONE(Where.ANY, false),
    /** Somebody makes the change of the step in turn. */
    ELSE_DOES(Where.ANY, false),
    /** Somebody takes back the change of the step before. */
    ELSE_UNDOES(Where.ANY, false),
    /** Somebody makes another change of the setting in turn. */
    ELSE_OTHERWISE(Where.ANY, false),

    READ_FAILS(Where.READ, true),
    READ_FAILS_FOR_LONG(Where.READ, true),
    READ_DENIED(Where.READ, true),
    READ_NOT_IN_TURN(Where.MAIN_READ, true),

    WRITE_REFUSED(Where.WRITE, true),
    WRITE_THROTTLED(Where.WRITE, true),
    WRITE_THROTTLED_FOR_LONG(Where.WRITE, true),
    WRITE_NOT_IN_TURN(Where.WRITE, true),
    WRITE_TIMES_OUT(Where.WRITE, true),
    WRITE_TIMES_OUT_FOR_LONG(Where.WRITE, true),
    WRITTEN_BUT_TIMES_OUT(Where.WRITE, true),
    WRITE_SHOWN_LATE(Where.WRITE, true),
    WRITE_SHOWN_AFTER_A_TRY(Where.WRITE, true),
    WRITE_NOT_SHOWN(Where.WRITE, true);

    private enum Where {
        ANY,
        READ,
        MAIN_READ,
        WRITE,
        RECORDS_AND_WRITES
    }

    private final Where where;

    /** Whether it is as if it had not been, once it is over. */
    final boolean passes;

    Disturbance(Where where, boolean passes) {
        this.where = where;
        this.passes = passes;
    }

    boolean canStrike(String moment) {
        boolean reads = moment.startsWith("read");
        boolean inTransaction = moment.contains("(in it)");
        return switch (where) {
            case READ -> reads;
            case WRITE -> moment.startsWith("before a write");
            case RECORDS_AND_WRITES -> !reads && !(this == SECOND_WORKER && inTransaction);
            case MAIN_READ -> isMain(moment);
            case ANY -> !inTransaction && (!reads || isMain(moment));
        };
    }

    /** What people share is read side by side; one of those reads stands for all. */
    private static boolean isMain(String moment) {
        return Stream.of("read read", "read find", "read members", "read cloud").anyMatch(moment::startsWith);
    }

    /** Called at every moment; {@code first} at the one at which it strikes, and afterwards not. */
    void at(DisturbedRun run, String moment, String struck, boolean first) {
        boolean sameRead =
                moment.substring(0, moment.lastIndexOf(' ')).equals(struck.substring(0, struck.lastIndexOf(' ')));
        switch (this) {
            case READ_FAILS_FOR_LONG -> {
                if (sameRead) {
                    throw failure(FailureKind.TRANSIENT);
                }
            }
            case READ_DENIED -> {
                if (sameRead) {
                    throw failure(FailureKind.DENIED);
                }
            }
            default -> {
                if (first) {
                    strike(run, struck);
                }
            }
        }
    }

    private void strike(DisturbedRun run, String moment) {
        switch (this) {
            case PROCESS_DIES -> throw new House.Fuse.PowerCut(moment);
            case SECOND_WORKER -> run.secondWorker();
            case APPROVERS_LEAVE -> run.approversLeave();
            case READ_ONLY -> run.mode(OperatingMode.READ_ONLY);
            case POLICY_GONE -> run.policyGone();
            case ELSE_DOES -> run.somebodyDoes();
            case ELSE_UNDOES -> run.somebodyUndoes();
            case ELSE_OTHERWISE -> run.somebodyDoesOtherwise();
            case READ_FAILS, READ_FAILS_FOR_LONG -> throw failure(FailureKind.TRANSIENT);
            case READ_DENIED -> throw failure(FailureKind.DENIED);
            case READ_NOT_IN_TURN -> throw notInTurn();
            case WRITE_REFUSED -> run.writes(1, failure(FailureKind.CONFLICT), false);
            case WRITE_THROTTLED -> run.writes(1, failure(FailureKind.THROTTLED), false);
            case WRITE_THROTTLED_FOR_LONG -> run.writes(99, failure(FailureKind.THROTTLED), false);
            case WRITE_NOT_IN_TURN -> run.writes(5, notInTurn(), false);
            case WRITE_TIMES_OUT -> run.writes(1, failure(FailureKind.TRANSIENT), false);
            case WRITE_TIMES_OUT_FOR_LONG -> run.writes(99, failure(FailureKind.TRANSIENT), false);
            case WRITTEN_BUT_TIMES_OUT -> run.writes(1, failure(FailureKind.TRANSIENT), true);
            case WRITE_SHOWN_LATE -> run.hideTheNext(Duration.ofSeconds(4));
            case WRITE_SHOWN_AFTER_A_TRY -> run.hideTheNext(Duration.ofSeconds(15));
            case WRITE_NOT_SHOWN -> run.hideTheNext(Duration.ofMinutes(20));
        }
    }

    /**
     * Whether a step may be written a second time, without effect: when the first write was not to be seen, or two
     * workers had the step in hands. (Nothing at the tenant keeps the slower one out: an issue on trust.)
     */
    boolean mayRepeat() {
        return switch (this) {
            case WRITE_SHOWN_AFTER_A_TRY, WRITE_NOT_SHOWN, SECOND_WORKER -> true;
            default -> false;
        };
    }

    private static BackendFailure failure(FailureKind kind) {
        return new BackendFailure(kind, "", "It does not work now", "", Optional.empty());
    }

    private static BackendFailure notInTurn() {
        return new LocalRateLimitExceeded(RateLimitedApi.TEAMS_ADMIN, Duration.ofSeconds(20));
    }
}
