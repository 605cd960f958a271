package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.service.tenant.limit.Backoff;
import dev.linekeeper.service.tenant.limit.CallNotes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * HTTP/1.1 on pooled connections, on the thread of the caller, which may be interrupted. A request is sent once: no redirect is
 * followed, and nothing that failed is sent again. Thread-safe.
 */
record ConnectorHttp(OkHttpClient client, Clock clock) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int IDLE_CONNECTIONS = 64;

    static ConnectorHttp on(Clock clock) {
        return new ConnectorHttp(
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .connectTimeout(CONNECT)
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .callTimeout(ANSWER)
                        .retryOnConnectionFailure(false)
                        .fastFallback(false)
                        .followRedirects(false)
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                        .addNetworkInterceptor(new LiveConnections())
                        .addNetworkInterceptor(ConnectorHttp::sent)
                        .build(),
                clock);
    }

    /** Notes that the request goes out; of an answer that asks for no wait the client would make a second request by itself. */
    private static Response sent(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Optional.ofNullable(request.tag(AtomicBoolean.class)).ifPresent(isSent -> isSent.set(true));
        Response response = chain.proceed(request);
        return "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    /**
     * The body of the answer.
     *
     * @throws ConnectorFailure for any status but 2xx, and when there is no answer
     */
    byte[] answer(Request.Builder request) {
        var isSent = new AtomicBoolean();
        Request whole = request.tag(AtomicBoolean.class, isSent).build();
        while (true) {
            try (Response response = client.newCall(whole).execute()) {
                return body(response);
            } catch (LiveConnections.ClosedConnection _) {
                client.connectionPool().evictAll();
            } catch (IOException failure) {
                throw new ConnectorFailure(
                        isSent.get() ? ConnectorFailureKind.UNKNOWN : ConnectorFailureKind.NO_CONNECTION,
                        failure.getClass().getSimpleName());
            }
        }
    }

    private byte[] body(Response response) throws IOException {
        CallNotes.ids("", String.valueOf(response.header("x-ms-request-id", "")));
        byte[] body = response.body().bytes();
        if (response.isSuccessful()) {
            return body;
        }
        Duration wait = Optional.ofNullable(response.header("Retry-After"))
                .flatMap(text -> Backoff.retryAfter(text, clock.instant()))
                .orElse(Duration.ZERO);
        throw ConnectorFailure.answered(response.code(), body, wait);
    }
}
