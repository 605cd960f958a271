package dev.linekeeper.adapter.teams.connector;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sends on a pooled connection only when the other side has not closed it: what is sent on one that it has may or may not have
 * arrived, and OkHttp looks only when it was idle for ten seconds. Thread-safe.
 */
final class LiveConnections implements Interceptor {
    /** Looking takes a millisecond, which a connection in use need not wait for. */
    private static final Duration TRUSTED = Duration.ofMillis(100);

    private final Cache<Connection, Long> lastUse =
            Caffeine.newBuilder().weakKeys().build();

    /** The other side has closed the connection; nothing was sent. */
    static final class ClosedConnection extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection());
        Long last = lastUse.getIfPresent(connection);
        if (last != null && System.nanoTime() - last > TRUSTED.toNanos() && isClosed(connection.socket())) {
            throw new ClosedConnection();
        }
        Response response = chain.proceed(chain.request());
        lastUse.put(connection, System.nanoTime());
        return response;
    }

    /** Whether it has ended; one on which something comes that nobody asked for is no better. */
    private static boolean isClosed(Socket socket) {
        try {
            int patience = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                socket.getInputStream().read();
                return true;
            } catch (SocketTimeoutException silent) {
                socket.setSoTimeout(patience);
                return false;
            }
        } catch (IOException broken) {
            return true;
        }
    }
}
