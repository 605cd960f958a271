package dev.linekeeper.service.audit;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happened to a request, to be handed on: every record of it with its place in the chain, and whether the chain was
 * whole when the pack was made.
 */
public record EvidencePack(RequestId request, Instant madeAt, Verification chain, List<AuditRecord> records) {
    public EvidencePack {
        records = List.copyOf(records);
    }

    public boolean isWhole() {
        return chain instanceof Verification.ChainWhole;
    }

    /** The same without records of who looked at it. */
    public EvidencePack withoutReads() {
        return new EvidencePack(
                request,
                madeAt,
                chain,
                records.stream()
                        .filter(record -> record.entry().action() != Action.READ)
                        .toList());
    }

    /** A JSON document, a record a line. */
    public List<String> lines() {
        int last = records.size() - 1;
        return Stream.of(
                        Stream.of("{\"request\":\"%s\",".formatted(request), "\"madeAt\":\"%s\",".formatted(madeAt)),
                        Stream.of("\"chain\":%s,".formatted(found()), "\"records\":["),
                        IntStream.rangeClosed(0, last)
                                .mapToObj(at -> records.get(at).json() + (at < last ? "," : "")),
                        Stream.of("]}"))
                .flatMap(lines -> lines)
                .toList();
    }

    private String found() {
        return switch (chain) {
            case Verification.ChainWhole(var number, var head) ->
                "{\"whole\":true,\"records\":%d,\"head\":\"%s\"}".formatted(number, head);
            case Verification.ChainBroken(var number, var why) ->
                "{\"whole\":false,\"firstBadRecord\":%d,\"why\":%s}".formatted(number, AuditChain.quoted(why));
        };
    }
}
