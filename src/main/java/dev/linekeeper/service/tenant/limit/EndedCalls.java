package dev.linekeeper.service.tenant.limit;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.Spans;
import dev.linekeeper.service.metrics.Tally;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.FailedCall;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The calls to one API that have ended: counted, and each that failed told in the log, once and with its ids. Thread-safe. */
final class EndedCalls {
    private static final Logger log = LoggerFactory.getLogger(EndedCalls.class);

    /** Kinds of the Bot Connector that alerts ask for. */
    private static final List<String> OF_TEAMS =
            List.of("forbidden", "no-connection", "unauthorised", "unavailable", "unknown");

    private final RateLimitedApi api;
    private final Tally calls = new Tally(Metric.CALLS);
    private final Tally seconds = new Tally(Metric.CALL_SECONDS);
    private final Tally failures = new Tally(Metric.CALL_FAILURES);

    EndedCalls(RateLimitedApi api) {
        this.api = api;
        Stream.concat(Stream.of(FailureKind.values()).map(FailedCall::label), OF_TEAMS.stream())
                .forEach(kind -> failures.known(api.label(), kind));
    }

    /** Makes the call and counts it. */
    <T extends @Nullable Object> T counted(Supplier<T> call) {
        var notes = new CallNotes();
        long began = System.nanoTime();
        String kind = "ok";
        var span = Spans.begin("call");
        try {
            return notes.during(call);
        } catch (RuntimeException failure) {
            kind = failure instanceof FailedCall failed ? failed.kindLabel() : "unforeseen";
            failures.add(api.label(), kind);
            span.failed(kind);
            tell(notes, kind, failure);
            throw failure;
        } finally {
            span.named(api.label() + " " + notes.operation())
                    .with("our-id", notes.ours())
                    .with("their-id", notes.theirs())
                    .close();
            calls.add(api.label(), notes.operation(), kind);
            seconds.add(
                    (System.nanoTime() - began) / (double) Duration.ofSeconds(1).toNanos(),
                    api.label(),
                    notes.operation());
        }
    }

    /** What Microsoft says in words is not told: it may name people. */
    private void tell(CallNotes notes, String kind, RuntimeException failure) {
        boolean isExpected = failure instanceof FailedCall failed && failed.isExpected();
        String code = failure instanceof FailedCall failed
                ? failed.code()
                : failure.getClass().getSimpleName();
        String given = failure instanceof FailedCall failed ? failed.requestId() : "";
        log.atLevel(isExpected ? Level.INFO : Level.WARN)
                .log(
                        "action=call outcome=failed surface={} operation=\"{}\" kind={} code={} our-id={} their-id={}",
                        api.label(),
                        notes.operation(),
                        kind,
                        code,
                        notes.ours(),
                        given.isEmpty() ? notes.theirs() : given);
    }

    Stream<Measurement> measurements() {
        return Stream.of(calls, seconds, failures).flatMap(Tally::measurements);
    }
}
