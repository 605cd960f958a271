package dev.linekeeper.service.checkup;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether Linekeeper may change anything, and whether there are two people who could switch that.
 *
 * @param switchers who could: owners and voice admins
 */
public record ModeCheckup(Supplier<OperatingMode> mode, Supplier<Set<UserId>> switchers) implements Checkup {
    @Override
    public List<SetupCheck> checks() {
        OperatingMode now = mode.get();
        var check = SetupCheck.of(
                "mode",
                now == OperatingMode.LIVE ? CheckState.GOOD : CheckState.ATTENTION,
                "linekeeper.mode = live",
                SetupCheck.found(now.written()));
        return now == OperatingMode.LIVE ? List.of(check) : List.of(check, second());
    }

    private SetupCheck second() {
        int people = switchers.get().size();
        return SetupCheck.of(
                "mode-second",
                people < 2 ? CheckState.ATTENTION : CheckState.GOOD,
                "2",
                Explanation.of("doctor.found.could-switch", people));
    }
}
