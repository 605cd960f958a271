package dev.linekeeper.service.digest;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.digest.DigestFigures.WaitingRequest;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads and judges everybody, and counts. */
public record DigestReading(
        TenantReader tenantReader,
        Directory directory,
        JudgementSettings settings,
        BulkPersonReader people,
        RequestStore requests,
        BatchStore batches,
        List<UnsettledDrift> drift,
        Clock clock) {
    public DigestReading {
        drift = List.copyOf(drift);
    }

    /**
     * The figures as they are now, while questions go first.
     *
     * @param begun is told who counts, before the first is read
     * @throws dev.linekeeper.service.tenant.BackendFailure when the directory cannot be read
     */
    public DigestFigures take(LocalDate day, Consumer<DigestTally> begun) {
        var tenant = tenantReader.tenant().tenant();
        var tally = new DigestTally(tenant, new Readiness(tenant, settings));
        begun.accept(tally);
        people.readAll(directory::forEach, tally::add);
        List<WaitingRequest> waiting = waiting();
        return new DigestFigures(
                day,
                clock.instant(),
                tally.ready(),
                tally.broken(),
                tally.unknown(),
                tally.withoutAccount(),
                tally.rules(),
                waiting.size(),
                waiting.stream().min(Comparator.comparing(WaitingRequest::since)),
                drift.stream().mapToInt(UnsettledDrift::count).reduce(Integer::sum));
    }

    private List<WaitingRequest> waiting() {
        return Stream.concat(
                        requests.awaitingDecision().stream()
                                .map(request -> new WaitingRequest(
                                        request.terms().id(), request.terms().askedAt())),
                        batches.awaitingDecision().stream()
                                .map(batch -> new WaitingRequest(
                                        batch.id(), batch.terms().askedAt())))
                .toList();
    }
}
