package dev.linekeeper.service.imports;

import dev.linekeeper.core.request.RequestId;
import java.time.Instant;

/** The listener for what becomes of imports; a repeated call must do no harm. */
public interface ImportEvents {
    /** It was given, or moved on. */
    void changed(ImportStore.StoredImport now);

    /** Something has been under way since then, and is further. */
    void progressed(RequestId id, Instant since);
}
