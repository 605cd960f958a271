package dev.linekeeper.service.checkup;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Whether Linekeeper may change anything. */
public record ModeCheckup(Supplier<OperatingMode> mode) implements Checkup {
    @Override
    public List<SetupCheck> checks() {
        OperatingMode now = mode.get();
        return List.of(SetupCheck.of(
                "mode",
                now == OperatingMode.LIVE ? CheckState.GOOD : CheckState.ATTENTION,
                "linekeeper.mode = live",
                SetupCheck.found(now.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }
}
