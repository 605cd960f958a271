package dev.linekeeper.service.tenant.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who calls one API next: in each lane whoever came first, of the two lanes as {@link CallLane} says. One caller at a time
 * is at the head, where the budget is waited for; those before it are under way. Thread-safe.
 */
final class CallQueue {
    /** So many questions in a row go before bulk work that waits. */
    private static final int QUESTIONS_IN_A_ROW = 3;

    private final int atOnce;
    private final int bulkAtOnce;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<WaitingCall> questions = new ArrayDeque<>();
    private final Deque<WaitingCall> bulk = new ArrayDeque<>();
    private boolean headTaken;
    private int underWay;
    private int bulkUnderWay;
    private int questionsInARow;

    private static final class WaitingCall {
        private final Condition called;
        private boolean isCalled;

        WaitingCall(Condition called) {
            this.called = called;
        }
    }

    CallQueue(int atOnce) {
        this.atOnce = atOnce;
        this.bulkAtOnce = Math.max(1, atOnce - 1);
    }

    /** Waits until the caller is at the head; false when that took longer than {@code nanos}. */
    boolean reachHead(CallLane lane, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var call = new WaitingCall(lock.newCondition());
            line(lane).add(call);
            callNext();
            boolean mayEnter = false;
            try {
                long left = nanos;
                while (!call.isCalled && left > 0) {
                    left = call.called.awaitNanos(left);
                }
                mayEnter = call.isCalled;
            } finally {
                if (!mayEnter) {
                    giveUp(call, lane);
                }
            }
            return mayEnter;
        } finally {
            lock.unlock();
        }
    }

    /** The caller at the head makes its call, so that the next one comes to the head. */
    void leaveHead() {
        lock.lock();
        try {
            headTaken = false;
            callNext();
        } finally {
            lock.unlock();
        }
    }

    /** A caller that was at the head is done, be it that its call has ended or that it was not made. */
    void end(CallLane lane) {
        lock.lock();
        try {
            underWay--;
            bulkUnderWay -= lane == CallLane.BULK ? 1 : 0;
            callNext();
        } finally {
            lock.unlock();
        }
    }

    /** Somebody may be called just as they are interrupted: they give back what they did not know they had. */
    private void giveUp(WaitingCall call, CallLane lane) {
        if (call.isCalled) {
            headTaken = false;
            end(lane);
        } else {
            line(lane).remove(call);
        }
    }

    private void callNext() {
        CallLane lane = nextLane();
        if (lane == null) {
            return;
        }
        WaitingCall next = line(lane).remove();
        headTaken = true;
        underWay++;
        bulkUnderWay += lane == CallLane.BULK ? 1 : 0;
        questionsInARow = lane == CallLane.BULK ? 0 : questionsInARow + 1;
        next.isCalled = true;
        next.called.signal();
    }

    private @Nullable CallLane nextLane() {
        if (headTaken || underWay == atOnce) {
            return null;
        }
        boolean mayBeBulk = !bulk.isEmpty() && bulkUnderWay < bulkAtOnce;
        if (mayBeBulk && (questions.isEmpty() || questionsInARow >= QUESTIONS_IN_A_ROW)) {
            return CallLane.BULK;
        }
        return questions.isEmpty() ? null : CallLane.QUESTION;
    }

    private Deque<WaitingCall> line(CallLane lane) {
        return lane == CallLane.BULK ? bulk : questions;
    }
}
