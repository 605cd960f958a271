package dev.linekeeper.service.bulk;

import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.time.Clock;
import java.util.List;

/** Whether members of batches may begin now, by the clock. */
public record FreezeCheckup(FreezeWindows freeze, Clock clock) implements Checkup {
    @Override
    public List<SetupCheck> checks() {
        var until = freeze.until(clock.instant());
        var state = freeze.windows().isEmpty()
                ? CheckState.NOT_NEEDED
                : until.isPresent() ? CheckState.ATTENTION : CheckState.GOOD;
        return List.of(SetupCheck.of(
                "freeze",
                state,
                "linekeeper.bulk.freeze",
                until.map(end -> Explanation.of("doctor.found.frozen", end))
                        .orElseGet(() -> Explanation.of("doctor.found.not-frozen"))));
    }
}
