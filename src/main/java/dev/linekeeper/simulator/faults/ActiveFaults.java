package dev.linekeeper.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The fault switches: which calls fail, how, and how often; in the order in which they were set. Thread-safe. */
public final class ActiveFaults {
    public static final String POWERSHELL = "/powershell/";

    /** A fault that may hit any call, after the switches: a rate limit, random faults, latency. */
    @FunctionalInterface
    public interface ConstantFault {
        Optional<Fault> on(String path);
    }

    /** Until the switches are cleared. */
    static final int ALWAYS = Integer.MAX_VALUE;

    /** A set switch; {@code times} is how many more calls meet it. */
    record FaultSwitch(String path, Fault fault, int times) {
        FaultSwitch after(int calls) {
            return times == ALWAYS ? this : new FaultSwitch(path, fault, times - calls);
        }
    }

    private final List<FaultSwitch> switches = new ArrayList<>();
    private final List<ConstantFault> constants = new CopyOnWriteArrayList<>();

    /** The next {@code times} calls whose decoded path contains {@code path} meet the fault; an empty text means any call. */
    public void set(String path, Fault fault, int times) {
        set(new FaultSwitch(path, fault, times));
    }

    synchronized void set(FaultSwitch added) {
        switches.add(added);
    }

    /** Adds a constant fault; the first that returns one counts. */
    public void always(ConstantFault constant) {
        constants.add(constant);
    }

    public synchronized void clear() {
        switches.clear();
    }

    synchronized List<FaultSwitch> all() {
        return List.copyOf(switches);
    }

    /** The fault of a call over HTTP. */
    public Optional<Fault> next(String path) {
        return switched(path, fault -> !(fault instanceof Fault.InPowerShell)).or(() -> constant(path));
    }

    /** The fault of a call to PowerShell. */
    public Optional<Fault.InPowerShell> nextInPowerShell(String path) {
        return switched(path, Fault.InPowerShell.class::isInstance)
                .or(() -> constant(path))
                .map(Fault.InPowerShell.class::cast);
    }

    private Optional<Fault> constant(String path) {
        return constants.stream()
                .flatMap(constant -> constant.on(path).stream())
                .findFirst();
    }

    private synchronized Optional<Fault> switched(String path, Predicate<Fault> possible) {
        for (int at = 0; at < switches.size(); at++) {
            var found = switches.get(at);
            if (path.contains(found.path()) && possible.test(found.fault())) {
                if (found.times() <= 1) {
                    switches.remove(at);
                } else {
                    switches.set(at, found.after(1));
                }
                return Optional.of(found.fault());
            }
        }
        return Optional.empty();
    }
}
