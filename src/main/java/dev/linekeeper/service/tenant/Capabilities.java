package dev.linekeeper.service.tenant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which backend serves each operation, as far as it is known now; it changes while backends are tried out, and when
 * one refuses. Thread-safe.
 */
public final class Capabilities {
    private static final Answerer NOT_KNOWN = new Answerer.Nobody("no backend was named for it");

    private final Map<Operation, Answerer> answerers = new ConcurrentHashMap<>();

    /** Nobody answers anything yet. */
    public Capabilities() {}

    /** One backend for everything but installing the app, which takes a real Teams. */
    public static Capabilities of(String source) {
        var capabilities = new Capabilities();
        Operation.all().forEach(operation -> capabilities.put(operation, new Answerer.By(source)));
        capabilities.put(
                Operation.Whole.APP_INSTALLATION,
                new Answerer.Nobody("%s is no Teams to install in".formatted(source)));
        return capabilities;
    }

    public Answerer of(Operation operation) {
        return answerers.getOrDefault(operation, NOT_KNOWN);
    }

    /** Every operation with its answerer, as it stands now. */
    public Map<Operation, Answerer> table() {
        var table = new LinkedHashMap<Operation, Answerer>();
        Operation.all().forEach(operation -> table.put(operation, of(operation)));
        return Collections.unmodifiableMap(table);
    }

    /** From now on this answerer stands for the operation. */
    public void put(Operation operation, Answerer answerer) {
        answerers.put(operation, answerer);
    }
}
