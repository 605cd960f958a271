package dev.linekeeper.service.audit;

import dev.linekeeper.core.Sha256;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hash chain of audit records: {@code hash = sha256(number "\n" previous "\n" sha256(canonical JSON of the entry))}, all
 * hex. The entry goes in by its own hash, so that personal data in it can be erased one day without breaking the chain.
 */
public final class AuditChain {
    /** What the first record has for the hash before it. */
    public static final String START = "0".repeat(64);

    private AuditChain() {}

    /** The hash of a record, from its place, the hash before it and {@link #contentHash}. */
    public static String link(long number, String previous, String contentHash) {
        return Sha256.hex(number + "\n" + previous + "\n" + contentHash);
    }

    public static String contentHash(AuditEntry entry) {
        return Sha256.hex(json(entry));
    }

    /** The entry as JSON with its names in alphabetical order, no spaces and no absent parts. */
    public static String json(AuditEntry entry) {
        var fields = new TreeMap<String, String>();
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

    private static String quoted(String text) {
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
