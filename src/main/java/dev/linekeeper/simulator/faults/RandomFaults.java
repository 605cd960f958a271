package dev.linekeeper.simulator.faults;

import java.util.Optional;
import java.util.Random;

/**
 * Makes a share of all calls fail: half of them before the work is done, half after it, which a caller cannot tell apart.
 * The same seed gives the same sequence. Thread-safe.
 */
public final class RandomFaults implements ActiveFaults.ConstantFault {
    private final double share;
    private final Random random;

    public RandomFaults(double share, long seed) {
        this.share = share;
        this.random = new Random(seed);
    }

    @Override
    public synchronized Optional<Fault> on(String path) {
        var inPowerShell = path.startsWith(ActiveFaults.POWERSHELL);
        var starts = inPowerShell && !path.contains("-");
        if (starts || random.nextDouble() >= share) {
            return Optional.empty();
        }
        var done = random.nextBoolean();
        if (inPowerShell) {
            return Optional.of(done ? new Fault.InPowerShell.DiesAfterwards() : Fault.InPowerShell.Fails.unavailable());
        }
        return Optional.of(done ? new Fault.Lost() : new Fault.Broken(503, Optional.empty()));
    }
}
