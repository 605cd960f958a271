package dev.linekeeper.service.drift;

import dev.linekeeper.core.request.RequestId;

/** What is done about drift in the background; there exactly when the caller's transaction is committed. */
public interface DriftJobs {
    /** Has {@link DriftLook} look soon: for whoever recorded many versions. */
    void lookSoon();

    /** Has {@link PutBackRun} do what that drift waits for. */
    void run(RequestId drift);
}
