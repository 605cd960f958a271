package dev.linekeeper.simulator.faults;

import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fault switches as somebody sets them: in a file, or while the services run. Wishes are all granted or none. */
public final class FaultSwitches {
    private static final Logger log = LoggerFactory.getLogger(FaultSwitches.class);

    private final ActiveFaults faults;
    private final ExternalChanges happenings;

    public FaultSwitches(ActiveFaults faults, SimulatedTenant model) {
        this.faults = faults;
        this.happenings = new ExternalChanges(model);
    }

    /**
     * Sets what the file says.
     *
     * @throws InvalidFault when the file cannot be read; the message names it and the place in it
     */
    public void read(Path file) {
        try {
            add(Files.readString(file));
        } catch (IOException unreadable) {
            throw new InvalidFault("linekeeper.emulator.faults: %s cannot be read".formatted(file));
        } catch (InvalidFault wrong) {
            throw new InvalidFault("linekeeper.emulator.faults: %s: %s".formatted(file, wrong.getMessage()));
        }
    }

    /** Grants the wishes on top of what is set. */
    public void add(String wishes) {
        grant(FaultReader.read(wishes));
    }

    /** Grants the wishes in place of what is set; what has happened in the tenant stays. */
    public void replace(String wishes) {
        var read = FaultReader.read(wishes);
        faults.clear();
        grant(read);
    }

    public void clear() {
        faults.clear();
        log.info("event=emulator_faults_cleared");
    }

    /** What is on, as JSON: each switch as it was wished for, with how many calls still meet it (0: until cleared). */
    public String shown() {
        var shown = WireJson.object();
        var listed = shown.putArray("faults");
        faults.all().forEach(each -> listed.add(shown(each)));
        return shown.toString();
    }

    private static ObjectNode shown(ActiveFaults.FaultSwitch each) {
        return WireJson.object()
                .put("path", each.path())
                .put("fault", String.valueOf(each.fault()))
                .put("times", each.times() == ActiveFaults.ALWAYS ? 0 : each.times());
    }

    private void grant(List<FaultCommand> wishes) {
        for (var wish : wishes) {
            switch (wish) {
                case FaultCommand.FaultyCalls(var wanted) -> faults.set(wanted);
                case FaultCommand.ChangeBehindUs(var happening) -> happenings.happen(happening);
            }
            log.info("event=emulator_fault wish={}", wish.getClass().getSimpleName());
        }
    }
}
