package dev.linekeeper.service.tenant.limit;

import java.time.Duration;

/** Puts the calling thread to sleep: {@code Thread::sleep}, or nothing at all in a test. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
}
