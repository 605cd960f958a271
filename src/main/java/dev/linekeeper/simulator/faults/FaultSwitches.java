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

/** Sets the fault switches by JSON, from a file or while the services run. Invalid JSON changes nothing. */
public final class FaultSwitches {
    private static final Logger log = LoggerFactory.getLogger(FaultSwitches.class);

    private final ActiveFaults faults;
    private final FaultReader reader;

    public FaultSwitches(ActiveFaults faults, SimulatedTenant model) {
        this.faults = faults;
        this.reader = new FaultReader(faults, new ExternalChanges(model));
    }

    /**
     * Adds the faults in a file.
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

    /** Adds faults. */
    public void add(String json) {
        run(reader.read(json));
    }

    /** Replaces all faults; changes made to the tenant stay. */
    public void replace(String json) {
        var commands = reader.read(json);
        faults.clear();
        run(commands);
    }

    public void clear() {
        faults.clear();
        log.info("event=emulator_faults_cleared");
    }

    /** The set switches as JSON, each with how many more calls meet it (0: until cleared). */
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

    private static void run(List<Runnable> commands) {
        commands.forEach(Runnable::run);
        log.info("event=emulator_fault commands={}", commands.size());
    }
}
