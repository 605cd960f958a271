package dev.linekeeper.service.tenant;

import java.time.Duration;

/** Puts the calling thread to sleep: {@code Thread::sleep}, or nothing at all in a test. */
@FunctionalInterface
public interface Pause {
    void sleep(Duration time) throws InterruptedException;
}
