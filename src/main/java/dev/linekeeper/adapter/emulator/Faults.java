package dev.linekeeper.adapter.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The fault switches: what goes wrong on which calls, and how often. Calls meet the switches in the order they were set. */
public final class Faults {
    /** Until somebody clears the switches. */
    static final int ALWAYS = Integer.MAX_VALUE;

    /** A switch that is on; {@code times} is how many calls still meet it. */
    record Switch(String path, Fault fault, int times) {
        Switch after(int calls) {
            return times == ALWAYS ? this : new Switch(path, fault, times - calls);
        }
    }

    private final List<Switch> switches = new ArrayList<>();

    /** The next {@code times} calls whose decoded path contains {@code path} meet the fault; an empty text means any call. */
    public void set(String path, Fault fault, int times) {
        set(new Switch(path, fault, times));
    }

    synchronized void set(Switch wanted) {
        switches.add(wanted);
    }

    public synchronized void clear() {
        switches.clear();
    }

    /** The switches that are on, in the order calls meet them. */
    synchronized List<Switch> all() {
        return List.copyOf(switches);
    }

    /** What goes wrong on a call over HTTP. */
    Optional<Fault> next(String path) {
        return next(path, fault -> !(fault instanceof Fault.InPowerShell));
    }

    /** What goes wrong on a call to PowerShell. */
    Optional<Fault.InPowerShell> nextInPowerShell(String path) {
        return next(path, Fault.InPowerShell.class::isInstance).map(Fault.InPowerShell.class::cast);
    }

    private synchronized Optional<Fault> next(String path, Predicate<Fault> possible) {
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
