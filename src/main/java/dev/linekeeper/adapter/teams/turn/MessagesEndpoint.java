package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.ActivityChecks;
import dev.linekeeper.adapter.teams.auth.HttpProblem;
import dev.linekeeper.adapter.teams.auth.Sender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.adapter.teams.turn.TeamsAdapter.TurnResult;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The endpoint to which Teams delivers activities. Reads the body only after the token was verified. What is admitted is
 * answered on other threads: the request ends within 3 seconds for an invoke and 5 for anything else, whatever they wait for.
 */
@RestController
public final class MessagesEndpoint {
    /** In bytes; messages of Teams are much smaller. */
    static final int LARGEST = 256 * 1024;

    private final ActivityChecks checks;
    private final TeamsAdapter adapter;
    private final TeamsBot bot;
    private final Deliveries deliveries;
    private final AsyncTaskExecutor turns;

    MessagesEndpoint(
            ActivityChecks checks, TeamsAdapter adapter, TeamsBot bot, Deliveries deliveries, AsyncTaskExecutor turns) {
        this.checks = checks;
        this.adapter = adapter;
        this.bot = bot;
        this.deliveries = deliveries;
        this.turns = turns;
    }

    @PostMapping(path = "/api/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> receive(HttpServletRequest request, @AuthenticationPrincipal @Nullable Jwt token)
            throws IOException, InterruptedException {
        Activity activity = ActivityJson.read(body(request));
        checks.admit(activity, token);
        Duration limit = activity.isType(ActivityTypes.INVOKE) ? TurnTimeouts.INVOKE_REQUEST : TurnTimeouts.REQUEST;
        long arrived = System.nanoTime();
        Future<Optional<TurnResult>> turn = turns.submit(() -> deliveries.once(
                activity,
                () -> adapter.process(
                        activity, checks.sender(activity), bot, limit.minusNanos(System.nanoTime() - arrived))));
        return AnswerWait.ends(turn, limit)
                ? AnswerWait.result(turn)
                        .map(result -> result.response()
                                .map(MessagesEndpoint::json)
                                .orElseGet(() -> ResponseEntity.ok().build()))
                        .orElseGet(() -> received(activity))
                : received(activity);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "more than " + LARGEST + " bytes");
        }
        return body;
    }

    /** The answer to what is answered already, or later. */
    private static ResponseEntity<byte[]> received(Activity activity) {
        return activity.isType(ActivityTypes.INVOKE)
                ? json(CardActionHandler.message(BotNotice.RECEIVED.in(Sender.locale(activity))))
                : ResponseEntity.ok().build();
    }

    private static ResponseEntity<byte[]> json(InvokeResponse response) {
        var answer = ResponseEntity.status(response.getStatus()).contentType(MediaType.APPLICATION_JSON);
        return response.getBody() == null ? answer.build() : answer.body(ActivityJson.write(response.getBody()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(ResponseStatusException refusal) {
        return HttpProblem.refused(refusal.getStatusCode(), refusal.getReason()).response();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failed(RuntimeException failure) {
        return HttpProblem.failed(HttpStatus.INTERNAL_SERVER_ERROR, failure).response();
    }
}
