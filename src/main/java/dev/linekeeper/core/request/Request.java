package dev.linekeeper.core.request;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request for a change to one person, in one of its states. Each state offers its legal moves and no others: a move that has no method cannot
 * happen. Moves are pure; the store decides which of two concurrent ones wins.
 */
public sealed interface Request permits AwaitingDecision, InProgress, Request.Finished {
    RequestDetails terms();

    default RequestId id() {
        return terms().id();
    }

    /** Open requests keep others for the same person out, so that nobody's settings have two writers. */
    default boolean isOpen() {
        return !(this instanceof Finished);
    }

    /** Whether it is approved and its start is to come, so that it can be cancelled still. */
    default boolean isToCome(Instant now) {
        return this instanceof Approved it && it.isUntouched() && terms().startsLater(now);
    }

    /** The approvals so far; empty in states that keep none. */
    default List<Approval> approvals() {
        return List.of();
    }

    /** The finished steps, in order; empty in states without any. */
    default List<StepDone> done() {
        return List.of();
    }

    /** Not open any more: the person can be asked for again. */
    sealed interface Finished extends Request permits Undoable, Rejected, Expired, Cancelled, Undone, Overtaken {}

    /** Sent to the approvers; nobody or too few have approved. */
    record Pending(RequestDetails terms, List<Approval> approvals) implements AwaitingDecision {
        public Pending {
            approvals = List.copyOf(approvals);
        }

        public static Pending of(RequestDetails terms) {
            return new Pending(terms, List.of());
        }

        @Override
        public Pending with(List<Approval> more) {
            return new Pending(terms, more);
        }
    }

    /**
     * Approved once, but what was approved is not what would be done now, so approvers look again.
     *
     * @param terms with the fresh plan
     * @param approvals of the fresh plan
     * @param earlier the plan that was approved
     */
    record NeedsFreshLook(
            RequestDetails terms, List<Approval> approvals, Plan earlier, FreshLookReason why, Instant since)
            implements AwaitingDecision {
        public NeedsFreshLook {
            approvals = List.copyOf(approvals);
        }

        @Override
        public NeedsFreshLook with(List<Approval> more) {
            return new NeedsFreshLook(terms, more, earlier, why, since);
        }
    }

    /**
     * Approved by enough approvers; applied as soon as a worker takes it up and finds that the approval still stands.
     *
     * @param at when it was handed to the workers: at the last approval, or when somebody said to go on after a stop
     * @param done the steps finished before such a stop, in order
     * @param tries how often the next step was begun before it, and so may have been written
     */
    record Approved(RequestDetails terms, List<Approval> approvals, Instant at, List<StepDone> done, int tries)
            implements InProgress {
        public Approved {
            approvals = List.copyOf(approvals);
            done = List.copyOf(done);
        }

        static Approved of(RequestDetails terms, List<Approval> approvals, Instant at) {
            return new Approved(terms, approvals, at, List.of(), 0);
        }

        /** Whether nothing can have been written yet, so that another plan can still take the place of this one. */
        public boolean isUntouched() {
            return done.isEmpty() && tries == 0;
        }

        public Applying start(Instant now) {
            return new Applying(terms, approvals, now, done, 0, tries, Optional.empty());
        }

        public NeedsFreshLook lookAgain(Plan fresh, FreshLookReason why, Instant now, Instant expires) {
            return new NeedsFreshLook(terms.with(fresh, expires), List.of(), terms.plan(), why, now);
        }

        /** Ends it, as its batch was stopped; empty when something of it may be done. */
        public Optional<Cancelled> cancel(UserId by, Instant now) {
            return isUntouched() ? Optional.of(new Cancelled(terms, by, now)) : Optional.empty();
        }

        public Overtaken overtaken(Obstacle why, List<String> rules, Instant now) {
            return new Overtaken(terms, approvals, why, rules, now);
        }
    }

    /**
     * Being applied.
     *
     * @param done the finished steps, in order
     * @param tries how often the present step was begun since then
     * @param earlier how often it was begun before a stop, and so may have been written
     * @param trouble what went wrong at the last try, for people who wait
     */
    record Applying(
            RequestDetails terms,
            List<Approval> approvals,
            Instant startedAt,
            List<StepDone> done,
            int tries,
            int earlier,
            Optional<String> trouble)
            implements InProgress {
        public Applying {
            approvals = List.copyOf(approvals);
            done = List.copyOf(done);
            if (done.size() > terms.plan().steps().size()) {
                throw new IllegalArgumentException("More steps done than planned");
            }
        }

        /** The step whose turn it is; empty when all are done. */
        public Optional<Step> next() {
            return terms.plan().steps().stream().skip(done.size()).findFirst();
        }

        /** Another try at the present step, recorded before anything is written. */
        public Applying begin() {
            return new Applying(terms, approvals, startedAt, done, tries + 1, earlier, trouble);
        }

        public Applying inTrouble(String what) {
            return new Applying(terms, approvals, startedAt, done, tries, earlier, Optional.of(what));
        }

        public Applying stepDone(StepDone.How how, String readBack, Instant now) {
            Step step = next().orElseThrow(() -> new IllegalStateException("No step is left"));
            var result = new StepDone(done.size(), step.name(), how, readBack, now);
            var all = Stream.concat(done.stream(), Stream.of(result)).toList();
            return new Applying(terms, approvals, startedAt, all, 0, 0, Optional.empty());
        }

        public PartlyApplied stop(StopReason why, String detail, Instant now) {
            Step step = next().orElseThrow(() -> new IllegalStateException("No step is left"));
            return new PartlyApplied(
                    terms,
                    approvals,
                    startedAt,
                    done,
                    new StepStopped(done.size(), step.name(), why, detail, earlier + tries, now));
        }

        /** All steps are done and judged. */
        public Completed complete(FinalJudgement proof) {
            if (next().isPresent()) {
                throw new IllegalStateException("Step %d is left".formatted(done.size()));
            }
            return new Completed(terms, approvals, startedAt, done, proof);
        }
    }

    /** Stopped: some steps are done, the others are not tried any more until somebody says so. */
    record PartlyApplied(
            RequestDetails terms, List<Approval> approvals, Instant startedAt, List<StepDone> done, StepStopped stop)
            implements Undoable {
        /** Hands the steps that are left to the workers again, which check the approval as they do at the first start. */
        public Approved resume(Instant now) {
            return new Approved(terms, approvals, now, done, stop.tries());
        }

        @Override
        public Instant endedAt() {
            return stop.at();
        }

        /** What is left to do, the failed step first. */
        public List<Step> left() {
            return terms.plan().steps().stream().skip(done.size()).toList();
        }
    }

    /** Everything is done and was read back. */
    record Completed(
            RequestDetails terms,
            List<Approval> approvals,
            Instant startedAt,
            List<StepDone> done,
            FinalJudgement proof)
            implements Undoable {
        @Override
        public Instant endedAt() {
            return proof.at();
        }
    }

    record Rejected(RequestDetails terms, UserId by, String proof, String reason, Instant at) implements Finished {
        public Rejected {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("A denial needs a reason");
            }
        }
    }

    /** Not decided in time. */
    record Expired(RequestDetails terms, List<Approval> approvals, Instant at) implements Finished {}

    record Cancelled(RequestDetails terms, UserId by, Instant at) implements Finished {}

    /** Taken back by another request. */
    record Undone(RequestDetails terms, List<StepDone> done, RequestId by, Instant at) implements Finished {}

    /**
     * Approved, but when it was to be applied there was nothing to do or no way to do it.
     *
     * @param rules what stands in the way, by rule id
     */
    record Overtaken(RequestDetails terms, List<Approval> approvals, Obstacle why, List<String> rules, Instant at)
            implements Finished {
        public Overtaken {
            approvals = List.copyOf(approvals);
            rules = List.copyOf(rules);
        }
    }
}
