package dev.linekeeper.service.drift;

import dev.linekeeper.core.request.RequestId;

/** The listener for what becomes of drifts; a repeated call must do no harm. */
@FunctionalInterface
public interface DriftEvents {
    /** Somebody came to it, or it moved on. */
    void changed(RequestId drift);
}
