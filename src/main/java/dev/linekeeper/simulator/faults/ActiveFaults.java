package dev.linekeeper.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The fault switches: which calls fail, how, and how often; in the order in which they were set. Thread-safe. */
public final class ActiveFaults {
    public static final String POWERSHELL = "/powershell/";

    /** A set switch; {@code times} is how many more calls meet it, 0 for all until the switches are cleared. */
    record FaultSwitch(
            String path,
            @JsonSerialize(using = ToStringSerializer.class) Fault fault,
            AtomicInteger times) {}

    private final List<FaultSwitch> switches = new ArrayList<>();
    private final List<ConstantFault> constants = new CopyOnWriteArrayList<>();

    /** The next {@code times} calls whose decoded path contains {@code path} meet the fault; an empty text means any call. */
    public synchronized void set(String path, Fault fault, int times) {
        switches.add(new FaultSwitch(path, fault, new AtomicInteger(times)));
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
        return next(path, fault -> !(fault instanceof Fault.InPowerShell));
    }

    /** The fault of a call to PowerShell. */
    public Optional<Fault.InPowerShell> nextInPowerShell(String path) {
        return next(path, Fault.InPowerShell.class::isInstance).map(Fault.InPowerShell.class::cast);
    }

    private Optional<Fault> next(String path, Predicate<Fault> possible) {
        return switched(path, possible)
                .or(() -> constants.stream()
                        .flatMap(constant -> constant.on(path).stream())
                        .findFirst());
    }

    private synchronized Optional<Fault> switched(String path, Predicate<Fault> possible) {
        var met = switches.stream()
                .filter(set -> path.contains(set.path()) && possible.test(set.fault()))
                .findFirst();
        met.filter(set -> set.times().get() > 0 && set.times().decrementAndGet() == 0)
                .ifPresent(switches::remove);
        return met.map(FaultSwitch::fault);
    }
}
