package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.auth.ActivityChecks;
import dev.linekeeper.adapter.teams.auth.HttpAccessRules;
import dev.linekeeper.adapter.teams.auth.HttpProblem;
import dev.linekeeper.adapter.teams.auth.Sender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.service.metrics.LogContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.server.ResponseStatusException;

/**
 * The endpoint to which Teams delivers activities. Reads the body only after the token was verified. What is admitted is
 * answered on other threads: the request ends within 3 seconds for an invoke and 5 for anything else, whatever they wait for.
 * A servlet of its own, as every message passes here: Spring MVC would look for who takes it and in which form.
 */
public final class MessagesEndpoint implements HttpRequestHandler {
    private static final Logger log = LoggerFactory.getLogger(MessagesEndpoint.class);

    /** In bytes; messages of Teams are much smaller. */
    static final int LARGEST = 256 * 1024;

    private final ActivityChecks checks;
    private final TeamsAdapter adapter;
    private final TeamsBot bot;
    private final Deliveries deliveries;
    private final AsyncTaskExecutor turns;
    private final Clock clock;

    MessagesEndpoint(
            ActivityChecks checks,
            TeamsAdapter adapter,
            TeamsBot bot,
            Deliveries deliveries,
            AsyncTaskExecutor turns,
            Clock clock) {
        this.checks = checks;
        this.adapter = adapter;
        this.bot = bot;
        this.deliveries = deliveries;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), Set.of("POST"));
        }
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(timed -> timed.setPathPattern(HttpAccessRules.MESSAGES));
        try {
            write(receive(request), response);
        } catch (ResponseStatusException refusal) {
            HttpProblem.refused(refusal.getStatusCode(), refusal.getReason()).write(response);
        } catch (RuntimeException failure) {
            HttpProblem.failed(HttpStatus.INTERNAL_SERVER_ERROR, failure).write(response);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private InvokeResponse receive(HttpServletRequest request) throws IOException, InterruptedException {
        mustBeJson(request.getContentType());
        byte[] body = RequestBody.read(request, LARGEST, TurnTimeouts.BODY);
        Activity activity = ActivityJson.read(body);
        Jwt token = token();
        checks.admit(activity, token);
        var received = ReceivedActivity.of(activity, body, ActivityChecks.serviceUrl(token), clock.instant());
        var response = new CompletableFuture<InvokeResponse>();
        turns.execute(() -> answer(received, response));
        if (!AnswerWait.ends(response, limit(received).minus(HttpAccessRules.since(request)))) {
            keep(received);
            response.complete(later(received));
        }
        return AnswerWait.result(response);
    }

    /** Who consents to a file is answered at once. */
    private static Duration limit(ReceivedActivity received) {
        if (received.isFileConsent()) {
            return Duration.ZERO;
        }
        return received.isInvoke() ? TurnTimeouts.INVOKE : TurnTimeouts.REQUEST;
    }

    private static void mustBeJson(@Nullable String contentType) {
        try {
            if (MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(String.valueOf(contentType)))) {
                return;
            }
        } catch (InvalidMediaTypeException garbled) {
            log.debug("action=receive content-type={}", contentType, garbled);
        }
        throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "no JSON");
    }

    private static @Nullable Jwt token() {
        var verified = SecurityContextHolder.getContext().getAuthentication();
        return verified != null && verified.getPrincipal() instanceof Jwt token ? token : null;
    }

    private void answer(ReceivedActivity received, CompletableFuture<InvokeResponse> response) {
        Activity activity = received.activity();
        try (var _ = LogContext.about(LogContext.ACTIVITY, activity.getId(), "activity")) {
            boolean isNew =
                    deliveries.once(received, () -> adapter.process(activity, checks.sender(activity), bot, response));
            response.complete(isNew ? new InvokeResponse(200, null) : later(received));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            response.complete(new InvokeResponse(503, null));
        } catch (RuntimeException failure) {
            if (!response.completeExceptionally(failure)) {
                log.error("action=receive outcome=failed-later reference={}", FailureReference.fresh(), failure);
            }
        }
    }

    /**
     * Has what is still to be answered in the store before it is acknowledged. A store that hangs is not waited for: it may
     * still note the activity, which is being answered all the same.
     */
    private void keep(ReceivedActivity received) throws InterruptedException {
        if (!AnswerWait.ends(turns.submit(() -> deliveries.keep(received)), TurnTimeouts.KEEPING)) {
            log.warn(
                    "action=keep outcome=store-too-slow reason=\"not noted after {}; answered unless this process"
                            + " ends\"",
                    TurnTimeouts.KEEPING);
        }
    }

    /** The response to what is answered already, or later. */
    private static InvokeResponse later(ReceivedActivity received) {
        return received.isInvoke() && !received.isFileConsent()
                ? CardActionHandler.message(BotNotice.RECEIVED.in(Sender.locale(received.activity())))
                : new InvokeResponse(200, null);
    }

    private static void write(InvokeResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatus());
        if (answer.getBody() != null) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(ActivityJson.write(answer.getBody()));
        }
    }
}
