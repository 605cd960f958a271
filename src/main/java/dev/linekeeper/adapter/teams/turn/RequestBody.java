package dev.linekeeper.adapter.teams.turn;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads the body of a request that may be neither large nor slow. */
final class RequestBody {
    private static final int PIECE = 8 * 1024;

    private RequestBody() {}

    /**
     * The whole body.
     *
     * @throws ResponseStatusException 413 for more than so many bytes; 408 when they take longer than the limit, or the time
     *     in which the server waits for one more ({@code server.tomcat.connection-timeout})
     */
    static byte[] read(HttpServletRequest request, int largest, Duration limit) throws IOException {
        long start = System.nanoTime();
        var body = new ByteArrayOutputStream(Math.clamp(request.getContentLength(), 32, largest));
        var piece = new byte[PIECE];
        try {
            var content = request.getInputStream();
            for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
                body.write(piece, 0, length);
                if (body.size() > largest) {
                    throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "more than " + largest + " bytes");
                }
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw tooSlow();
                }
            }
        } catch (IOException failed) {
            if (failed instanceof SocketTimeoutException || failed.getCause() instanceof SocketTimeoutException) {
                throw tooSlow();
            }
            throw failed;
        }
        return body.toByteArray();
    }

    private static ResponseStatusException tooSlow() {
        return new ResponseStatusException(HttpStatus.REQUEST_TIMEOUT, "the body came too slowly");
    }
}
