package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.readiness.judgement.Overall;
import java.util.concurrent.TimeUnit;

/** Counts people who were judged, and says how far it is now and then: a tenant can be slow. */
public final class ReadinessProgress {
    private static final int MANY = 1000;
    private static final long LONG = TimeUnit.SECONDS.toNanos(10);

    private final Shell shell;
    private final int all;
    private int done;
    private int bad;
    private long said = System.nanoTime();

    public ReadinessProgress(Shell shell, int all) {
        this.shell = shell;
        this.all = all;
    }

    public void one(Overall overall) {
        done++;
        bad += overall == Overall.NOT_READY || overall == Overall.NOT_VERIFIED ? 1 : 0;
        if (done % MANY == 0 || System.nanoTime() - said > LONG) {
            said = System.nanoTime();
            shell.err().println("readiness: %d of %d people judged".formatted(done, all));
        }
    }

    /** How many are not ready, or could not be verified. */
    public int bad() {
        return bad;
    }
}
