package dev.linekeeper.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The fault switches: what goes wrong on which calls, and how often. Calls meet the switches in the order they were set. */
public final class ActiveFaults {
    public static final String POWERSHELL = "/powershell/";

    /** Something that is so on every call, after the switches: a limit, a share of mishaps, the time everything takes. */
    @FunctionalInterface
    public interface ConstantFault {
        Optional<Fault> on(String path);
    }

    /** Until somebody clears the switches. */
    static final int ALWAYS = Integer.MAX_VALUE;

    /** A switch that is on; {@code times} is how many calls still meet it. */
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

    synchronized void set(FaultSwitch wanted) {
        switches.add(wanted);
    }

    /** What is so from now on; the first that has something to say counts. */
    public void always(ConstantFault constant) {
        constants.add(constant);
    }

    public synchronized void clear() {
        switches.clear();
    }

    /** The switches that are on, in the order calls meet them. */
    synchronized List<FaultSwitch> all() {
        return List.copyOf(switches);
    }

    /** What goes wrong on a call over HTTP. */
    public Optional<Fault> next(String path) {
        return switched(path, fault -> !(fault instanceof Fault.InPowerShell)).or(() -> constant(path));
    }

    /** What goes wrong on a call to PowerShell. */
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
