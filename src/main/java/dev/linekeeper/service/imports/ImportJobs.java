package dev.linekeeper.service.imports;

import dev.linekeeper.core.request.RequestId;

/** Has {@link ImportRun} do in the background what an import waits for; there exactly when the caller's transaction is committed. */
@FunctionalInterface
public interface ImportJobs {
    void run(RequestId id);
}
