package dev.linekeeper.adapter.teams;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.chat.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Teams delivers. The body is read here, raw and bounded, only after the token was found good. */
@RestController
final class MessagesEndpoint {
    /** Teams' own messages stay well under this. */
    static final int LARGEST = 256 * 1024;

    private static final Logger log = LoggerFactory.getLogger(MessagesEndpoint.class);

    private final Admission admission;
    private final Addresses addresses;
    private final TeamsAdapter adapter;
    private final TeamsBot bot;
    private final Clock clock;

    MessagesEndpoint(Admission admission, Addresses addresses, TeamsAdapter adapter, TeamsBot bot, Clock clock) {
        this.admission = admission;
        this.addresses = new BestEffortAddresses(addresses);
        this.adapter = adapter;
        this.bot = bot;
        this.clock = clock;
    }

    @PostMapping(path = "/api/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> receive(HttpServletRequest request, @AuthenticationPrincipal @Nullable Jwt token)
            throws IOException, Refusal {
        Activity activity = ActivityJson.read(body(request));
        admission.check(activity, token);
        if (isRepeated(activity)) {
            log.info("action=receive type={} outcome=repeated", activity.getType());
            return activity.isType(ActivityTypes.INVOKE)
                    ? json(CardActions.message(Notices.RECEIVED.in(Speaker.locale(activity))))
                    : ResponseEntity.ok().build();
        }
        return adapter.process(activity, bot)
                .map(MessagesEndpoint::json)
                .orElseGet(() -> ResponseEntity.ok().build());
    }

    private static byte[] body(HttpServletRequest request) throws IOException, Refusal {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw Refusal.tooLarge(LARGEST);
        }
        return body;
    }

    private boolean isRepeated(Activity activity) {
        String id = activity.getId();
        return id != null && !id.isBlank() && !addresses.firstSight(Sighting.of(activity), clock.instant());
    }

    private static ResponseEntity<byte[]> json(InvokeResponse response) {
        var answer = ResponseEntity.status(response.getStatus()).contentType(MediaType.APPLICATION_JSON);
        return response.getBody() == null ? answer.build() : answer.body(ActivityJson.write(response.getBody()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        var problem = Problem.of(refusal.status());
        log.warn(
                "action=receive outcome=refused status={} reason={} reference={}",
                refusal.status().value(),
                refusal.getMessage(),
                problem.reference());
        return problem.response(refusal.status());
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(RuntimeException failure) {
        var problem = Problem.of(HttpStatus.INTERNAL_SERVER_ERROR);
        log.error("action=receive outcome=failed reference={}", problem.reference(), failure);
        return problem.response(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
