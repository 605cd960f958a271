package dev.linekeeper.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;

/**
 * The serial collector's old generation. It is collected when the heap has grown to its limit and not before, so that a bot with few people
 * would take all the memory it may: here it is when it has grown by a quarter since the last time. Other collectors have a pace of their own.
 */
record OldGeneration(MemoryPoolMXBean pool) {
    private static final long SMALL = 64L << 20;

    /** Nothing for another collector. */
    static void collectAsItGrows() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .map(OldGeneration::new)
                .forEach(old -> Thread.ofVirtual().name("old-generation").start(old::watch));
    }

    private void watch() {
        for (long most = SMALL; ; most = Math.max(SMALL, used() / 4 * 5)) {
            while (used() <= most) {
                try {
                    Thread.sleep(Duration.ofMillis(200));
                } catch (InterruptedException ended) {
                    return;
                }
            }
            System.gc();
        }
    }

    private long used() {
        return pool.getUsage().getUsed();
    }
}
