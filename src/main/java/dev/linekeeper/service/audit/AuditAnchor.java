package dev.linekeeper.service.audit;

/**
 * A point of the chain, noted where the database's account cannot write: a chain without this record in this place was
 * rewritten or cut.
 *
 * @param records how many records there were
 * @param head the hash of the newest of them
 */
public record AuditAnchor(long records, String head) {}
