package dev.linekeeper.adapter.powershell.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output of a PowerShell process in a thread of its own. Text after the marker is an answer; other lines, which
 * modules print, are noise. Stops at the end, at an oversized line, at too much noise or at too many unread answers.
 */
final class HostOutput {
    private static final int UNASKED = 8;

    /** An answer, or why no more will come. */
    sealed interface OutputLine {
        record AnswerLine(String text) implements OutputLine {}

        record OutputEnd() implements OutputLine {}

        record UnreadableLine(String why) implements OutputLine {}
    }

    private final String marker;
    private final int longest;
    private final long mostNoise;
    private final Consumer<String> noise;
    private final BlockingQueue<OutputLine> lines = new ArrayBlockingQueue<>(UNASKED);
    private volatile @Nullable OutputLine end;

    /**
     * Starts reading.
     *
     * @param longest bytes in a line, at most
     * @param mostNoise bytes of noise in all, at most
     * @param noise gets every line that is no answer
     */
    HostOutput(InputStream in, String marker, int longest, long mostNoise, Consumer<String> noise) {
        this.marker = marker;
        this.longest = longest;
        this.mostNoise = mostNoise;
        this.noise = noise;
        Thread.ofPlatform().daemon().name("powershell-reader").start(() -> read(in));
    }

    /** The next answer, or the end; null when none came in time. */
    @Nullable
    OutputLine next(Duration timeout) throws InterruptedException {
        OutputLine waiting = lines.poll();
        if (waiting == null && end != null) {
            waiting = lines.poll();
            return waiting == null ? end : waiting;
        }
        return waiting == null ? lines.poll(timeout.toNanos(), TimeUnit.NANOSECONDS) : waiting;
    }

    private void read(InputStream in) {
        OutputLine last = new OutputLine.OutputEnd();
        try (in) {
            var line = new ByteArrayOutputStream(1024);
            long noisy = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    if (line.size() > longest) {
                        last = new OutputLine.UnreadableLine("a line of more than %d bytes".formatted(longest));
                        return;
                    }
                    continue;
                }
                var text = line.toString(StandardCharsets.UTF_8).stripTrailing();
                var size = line.size();
                line.reset();
                var at = text.indexOf(marker);
                if (at < 0) {
                    noisy += size;
                    if (noisy > mostNoise) {
                        last = new OutputLine.UnreadableLine(
                                "more than %d bytes that are no answer".formatted(mostNoise));
                        return;
                    }
                    noise.accept(text);
                } else if (!lines.offer(new OutputLine.AnswerLine(text.substring(at + marker.length())))) {
                    last = new OutputLine.UnreadableLine("answers nobody asked for");
                    return;
                }
            }
        } catch (IOException gone) {
            last = new OutputLine.OutputEnd();
        } finally {
            end = last;
            // Wakes a waiting caller; when the queue is full, none waits.
            lines.offer(last);
        }
    }
}
