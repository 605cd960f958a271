package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Policy.Calling;
import java.util.Optional;

/** The switches of a calling policy that decide whether Shared Calling works; empty for one that could not be read. */
public record CallingSwitches(Optional<Boolean> privateCalling, Optional<Boolean> preventTollBypass) {
    public static CallingSwitches of(Calling policy) {
        return new CallingSwitches(
                policy.privateCalling().known(), policy.preventTollBypass().known());
    }

    /** Whether people may call with these who may not with the others. */
    public boolean open(CallingSwitches others) {
        return privateCalling.orElse(false) && !others.privateCalling.orElse(true);
    }
}
