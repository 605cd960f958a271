package dev.linekeeper.service.checkup;

import dev.linekeeper.core.enrolment.OperatingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Whether Linekeeper may change anything. */
public record ModeCheckup(Supplier<OperatingMode> mode) implements Checkup {
    @Override
    public List<Check> checks() {
        OperatingMode now = mode.get();
        return List.of(Check.of(
                "mode",
                now == OperatingMode.LIVE ? Check.State.GOOD : Check.State.ATTENTION,
                "linekeeper.mode = live",
                Check.found(now.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }
}
