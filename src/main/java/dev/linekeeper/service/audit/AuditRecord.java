package dev.linekeeper.service.audit;

/**
 * An entry in its place in the chain.
 *
 * @param number from 1, without gaps
 * @param entry what of it is left, when it was erased: when, what and of which request
 * @param payload the entry as it was hashed, empty when it was erased
 * @param previous the hash of the record before; 64 zeros for the first
 * @param hash as {@link AuditChain} computes it
 */
public record AuditRecord(
        long number, AuditEntry entry, String payload, String payloadHash, String previous, String hash) {
    public boolean isErased() {
        return payload.isEmpty();
    }

    /** As one line of JSON, with which somebody else can follow the chain; its entry is what was hashed. */
    public String json() {
        return "{\"number\":%d,\"erased\":%b,\"entry\":%s,\"payloadHash\":\"%s\",\"previous\":\"%s\",\"hash\":\"%s\"}"
                .formatted(
                        number,
                        isErased(),
                        isErased() ? AuditChain.json(entry, "") : payload,
                        payloadHash,
                        previous,
                        hash);
    }
}
