package dev.linekeeper.service.audit;

/**
 * An entry in its place in the chain.
 *
 * @param number from 1, without gaps
 * @param previous the hash of the record before; 64 zeros for the first
 * @param hash as {@link AuditChain} computes it
 */
public record AuditRecord(long number, AuditEntry entry, String previous, String hash) {}
