package dev.linekeeper.adapter.teams.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP with an end to patience: Tomcat's own time-out begins anew with each byte, so that a client which sends one now and
 * then stays for ever. A connection is closed when headers, or the handling of a request on its thread, take too long.
 */
public final class TimedProtocol extends Http11NioProtocol {
    private static final Duration HEADERS = Duration.ofSeconds(10);

    /** Longer than any answer and any body that is read takes: what is left is a body that nobody reads. */
    private static final Duration REQUEST = Duration.ofSeconds(20);

    private final HandledRequests<NioChannel> handled;
    private Map<Arriving, Long> arriving = Map.of();
    private Optional<ScheduledFuture<?>> watch = Optional.empty();

    /** A request that has begun to arrive on a connection. */
    private record Arriving(SocketWrapperBase<NioChannel> connection, long since) {}

    public TimedProtocol() {
        this.handled = new HandledRequests<>(getHandler());
        getEndpoint().setHandler(handled);
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = Optional.of(getUtilityExecutor().scheduleWithFixedDelay(this::closeSlow, 1, 1, TimeUnit.SECONDS));
    }

    @Override
    public void stop() throws Exception {
        watch.ifPresent(running -> running.cancel(false));
        super.stop();
    }

    private void closeSlow() {
        handled.closeOlderThan(REQUEST);
        long now = System.nanoTime();
        var still = new HashMap<Arriving, Long>();
        for (var connection : getEndpoint().getConnections()) {
            if (connection.getCurrentProcessor() instanceof Processor processor
                    && !processor.isAsync()
                    && !processor.isUpgrade()) {
                var request = new Arriving(connection, processor.getRequest().getStartTimeNanos());
                long first = arriving.getOrDefault(request, now);
                if (now - first > HEADERS.toNanos()) {
                    connection.close();
                } else {
                    still.put(request, first);
                }
            }
        }
        arriving = still;
    }
}
