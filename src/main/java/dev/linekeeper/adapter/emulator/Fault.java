package dev.linekeeper.adapter.emulator;

import java.time.Duration;
import java.util.Optional;

/** Something that goes wrong in Microsoft's service, or between it and us. */
public sealed interface Fault {
    /** 429 with how long to wait, in seconds or as a date. */
    record Throttled(Duration retryAfter, boolean asDate) implements Fault {}

    /** A 5xx with Graph's error body; 503 and 504 come without Retry-After unless given. */
    record Broken(int status, Optional<Duration> retryAfter) implements Fault {}

    /** A proxy's page instead of data. */
    record HtmlPage(int status) implements Fault {}

    /** The right answer, late. */
    record Slow(Duration by) implements Fault {}

    /** The connection ends without an answer. */
    record Dropped() implements Fault {}

    /** One object inside {@code value}, as the documentation of userConfigurations shows it. */
    record Wrapped() implements Fault {}

    /** JSON without a content type. */
    record NoContentType() implements Fault {}

    /** 403 because the app lacks the permission. */
    record MissingPermission(String permission) implements Fault {}

    /** 403 by the Teams backend, whose own error is JSON inside the message. */
    record AccessDenied() implements Fault {}

    /** 404 by the Teams backend, in the same nested form. */
    record NestedNotFound() implements Fault {}

    /** 400 "This API is not supported for AAD accounts". */
    record NotSupported(String address) implements Fault {}
}
