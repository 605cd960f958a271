package dev.linekeeper.adapter.teams.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's handler, and since when it has been at which connection. Thread-safe. */
record HandledRequests<S>(Handler<S> handler, Map<SocketWrapperBase<S>, Long> since) implements Handler<S> {
    HandledRequests(Handler<S> handler) {
        this(handler, new ConcurrentHashMap<>());
    }

    void closeOlderThan(Duration limit) {
        long now = System.nanoTime();
        since.forEach((connection, start) -> {
            if (now - start > limit.toNanos()) {
                connection.close();
            }
        });
    }

    @Override
    public SocketState process(SocketWrapperBase<S> connection, SocketEvent event) {
        since.put(connection, System.nanoTime());
        try {
            return handler.process(connection, event);
        } finally {
            since.remove(connection);
        }
    }

    @Override
    public Object getGlobal() {
        return handler.getGlobal();
    }

    @Override
    public void release(SocketWrapperBase<S> connection) {
        handler.release(connection);
    }

    @Override
    public void pause() {
        handler.pause();
    }

    @Override
    public void recycle() {
        handler.recycle();
    }
}
