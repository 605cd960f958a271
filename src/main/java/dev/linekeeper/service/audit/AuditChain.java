package dev.linekeeper.service.audit;

import dev.linekeeper.core.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hash chain of audit records: {@code hash = sha256(number "\n" previous "\n" sha256(canonical JSON of the entry))}, all
 * hex. The entry goes in by its own hash, so that it can be erased without breaking the chain. What stays of an erased entry
 * ({@link #kept}) is covered by the record that says it was erased.
 */
public final class AuditChain {
    /** What the first record has for the hash before it. */
    public static final String START = "0".repeat(64);

    private AuditChain() {}

    /** The hash of a record, from its place, the hash before it and the hash of its {@link #json}. */
    public static String link(long number, String previous, String payloadHash) {
        return Sha256.hex(number + "\n" + previous + "\n" + payloadHash);
    }

    /**
     * The entry as JSON with its names in alphabetical order, no spaces and no absent parts.
     *
     * @param salt a random text, so that nobody finds an erased entry by trying what it may have said; left out when empty
     */
    public static String json(AuditEntry entry, String salt) {
        var fields = new TreeMap<String, String>();
        if (!salt.isEmpty()) {
            fields.put("salt", quoted(salt));
        }
        fields.put("action", quoted(entry.action().name()));
        entry.actor().ifPresent(actor -> fields.put("actor", quoted(actor.value())));
        fields.put("at", quoted(entry.at().toString()));
        entry.person().ifPresent(person -> fields.put("person", quoted(person.value())));
        entry.request().ifPresent(request -> fields.put("request", quoted(request.toString())));
        var details = new TreeMap<String, String>();
        entry.details().forEach((name, value) -> details.put(name, quoted(value)));
        fields.put("details", object(details));
        return object(fields);
    }

    /** What stays of an erased record, as it goes into the record that says so. */
    public static String kept(long number, Instant at, String action, String request) {
        return "%d %s %s %s\n".formatted(number, at, action, request);
    }

    private static String object(SortedMap<String, String> fields) {
        var json = new StringBuilder("{");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.append(json.length() > 1 ? "," : "")
                    .append(quoted(field.getKey()))
                    .append(':')
                    .append(field.getValue());
        }
        return json.append('}').toString();
    }

    static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                default -> {
                    if (c < 0x20) {
                        json.append("\\u%04x".formatted(c));
                    } else {
                        json.append((char) c);
                    }
                }
            }
        });
        return json.append('"').toString();
    }
}
