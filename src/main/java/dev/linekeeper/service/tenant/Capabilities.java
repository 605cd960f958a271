package dev.linekeeper.service.tenant;

import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import dev.linekeeper.service.tenant.OperationProvider.ProvidingBackend;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which backend serves each operation, as far as it is known now; it changes while backends are tried out, and when
 * one refuses. Thread-safe.
 */
public final class Capabilities {
    private static final OperationProvider NOT_KNOWN = new NoProvider("no backend was named for it");

    private final Map<Operation, OperationProvider> providers = new ConcurrentHashMap<>();

    /** No backend serves any operation yet. */
    public Capabilities() {}

    /** One backend for everything but installing the app, which takes a real Teams. */
    public static Capabilities of(String source) {
        var capabilities = new Capabilities();
        Operation.all().forEach(operation -> capabilities.put(operation, new ProvidingBackend(source)));
        capabilities.put(
                TenantOperation.APP_INSTALLATION, new NoProvider("%s is no Teams to install in".formatted(source)));
        return capabilities;
    }

    public OperationProvider of(Operation operation) {
        return providers.getOrDefault(operation, NOT_KNOWN);
    }

    /** Every operation with its backend, as it stands now. */
    public Map<Operation, OperationProvider> table() {
        var table = new LinkedHashMap<Operation, OperationProvider>();
        Operation.all().forEach(operation -> table.put(operation, of(operation)));
        return Collections.unmodifiableMap(table);
    }

    /** From now on the provider serves the operation. */
    public void put(Operation operation, OperationProvider provider) {
        providers.put(operation, provider);
    }
}
