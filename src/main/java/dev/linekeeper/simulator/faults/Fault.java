package dev.linekeeper.simulator.faults;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.util.Optional;

/** A failure of Microsoft's service, or of the connection to it; a kind of {@link FaultSwitches}, named after the record. */
public sealed interface Fault {
    /** 429 with how long to wait, in seconds or as a date. */
    record Throttled(Duration retryAfter, boolean asDate) implements Fault {}

    /** A 5xx with Graph's error body; 503 and 504 come without Retry-After unless given. */
    record Broken(int status, Optional<Duration> retryAfter) implements Fault {}

    /** 410, as for a link of a delta query that is too old. */
    record Gone() implements Fault {}

    /** A proxy's page instead of data. */
    record Html(int status) implements Fault {}

    /** The right answer, late. */
    record Slow(@JsonFormat(pattern = "MILLIS") Duration millis) implements Fault {}

    /** The connection ends without an answer. */
    record Dropped() implements Fault {}

    /** The call is carried out, but the connection ends before the answer. */
    record Lost() implements Fault {}

    /**
     * Of a change for several people the first half is carried out, whether the call is then refused or not: what becomes of
     * a list of assignments with a bad one is documented nowhere.
     */
    record InPart(boolean refused) implements Fault {}

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

    /**
     * A failure of Teams PowerShell, or of its process. The path of a call is {@code
     * /powershell/Set-CsPhoneNumberAssignment}, or {@code /powershell/version} and {@code /powershell/connect}.
     */
    sealed interface InPowerShell extends Fault {
        /** No answer, ever. */
        record Hangs() implements InPowerShell {}

        /** The process ends. */
        record Dies() implements InPowerShell {}

        /** The call is carried out, but the process ends before the answer. */
        record DiesAfterwards() implements InPowerShell {}

        /** The right answer, late. */
        record Late(@JsonFormat(pattern = "MILLIS") Duration millis) implements InPowerShell {}

        /** A line marked as an answer that is not JSON. */
        record Garbage(String text) implements InPowerShell {}

        /** Lines a module prints before the right answer. */
        record Noise(String text, int lines) implements InPowerShell {}

        /** The answer to another call. */
        record AnotherAnswer() implements InPowerShell {}

        /** The module is of this version. */
        record Module(String version) implements InPowerShell {}

        /** The cmdlet fails; {@code status} is 0 when the module does not report the HTTP status. */
        record Fails(String message, String errorId, int status) implements InPowerShell {
            /** The role is missing. */
            public static final Fails ACCESS_DENIED = new Fails("Access Denied.", "Forbidden", 0);

            public static final Fails UNAVAILABLE =
                    new Fails("Service is unavailable. Try again later.", "ServiceUnavailable", 0);
            public static final Fails THROTTLED = new Fails("Too many requests were made.", "TooManyRequests", 429);
        }
    }
}
