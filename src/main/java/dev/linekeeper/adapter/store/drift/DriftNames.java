package dev.linekeeper.adapter.store.drift;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.linekeeper.core.drift.DriftState;
import java.util.Map;

/** The stored names of what became of drifts. */
public final class DriftNames {
    public static final Map<Class<? extends DriftState>, String> STATES = Map.of(
            DriftState.DriftOpen.class, "open",
            DriftState.PutBackJudged.class, "put-back-judged",
            DriftState.PutBackReady.class, "put-back-ready",
            DriftState.PutBackAsking.class, "put-back-asking",
            DriftState.PutBackAsked.class, "put-back-asked",
            DriftState.DriftAccepted.class, "accepted",
            DriftState.DriftPutBack.class, "put-back",
            DriftState.DriftSettled.class, "settled");

    private DriftNames() {}

    /** How a state is written: with its name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    public interface StateOfDrift {
        @JsonIgnore
        boolean isOpen();
    }
}
