package dev.linekeeper.adapter.teams.auth;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers HTTP errors that nothing else answered, with a status and a reference to the log, never a stack trace. */
@RestController
public final class ErrorEndpoint implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        var shown = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return (shown.is5xxServerError() ? HttpProblem.failed(shown, failure) : HttpProblem.of(shown)).response();
    }
}
