package dev.linekeeper.service.tenant;

import java.time.Duration;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Pause {
    void of(Duration time) throws InterruptedException;
}
