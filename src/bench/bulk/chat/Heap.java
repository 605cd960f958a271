import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** What lives in a bot's heap after a collection of the whole, looked at now and then. */
final class Heap implements AutoCloseable {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final LongSupplier process;
    private final Thread watching;
    private volatile long most;

    Heap(LongSupplier process, int everySeconds) {
        this.process = process;
        this.watching = Thread.ofPlatform().daemon().start(() -> watch(everySeconds));
    }

    /** In MB. */
    long now() {
        try {
            run("GC.run");
            var used = USED.matcher(run("GC.heap_info").replaceAll("(?s)Metaspace.*", ""));
            long all = 0;
            while (used.find()) {
                all += Long.parseLong(used.group(1));
            }
            most = Math.max(most, all >> 10);
            return all >> 10;
        } catch (Exception notRunning) {
            return 0;
        }
    }

    /** The most since the last time it was asked, in MB. */
    synchronized long most() {
        long was = Math.max(most, now());
        most = 0;
        return was;
    }

    private void watch(int seconds) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(seconds * 1000L);
                now();
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private String run(String command) throws Exception {
        var jcmd = new ProcessBuilder(
                        Crash.java().replaceFirst("java$", "jcmd"), Long.toString(process.getAsLong()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
