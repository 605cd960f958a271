package dev.linekeeper.simulator.faults;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.settings.Loopback;
import dev.linekeeper.simulator.state.SimulatedTenant;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sets the fault switches by JSON, from a file or over HTTP while the services run, there for programs on this machine only,
 * not for web pages. Invalid JSON changes nothing.
 */
@RestController
@RequestMapping(path = "/emulator/faults", produces = MediaType.APPLICATION_JSON_VALUE)
public final class FaultSwitches {
    private static final Logger log = LoggerFactory.getLogger(FaultSwitches.class);
    private static final List<String> PAGE_AND_PROXY_HEADERS =
            List.of("Origin", "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private final ActiveFaults faults;
    private final FaultReader reader;

    public FaultSwitches(ActiveFaults faults, SimulatedTenant tenant) {
        this.faults = faults;
        this.reader = new FaultReader(faults, tenant);
    }

    /**
     * Adds the faults in a file.
     *
     * @throws InvalidConfigurationPropertyValueException when the file cannot be read; the message names the place in it
     */
    public void read(Path file) {
        try {
            add(Files.readString(file));
        } catch (IOException | IllegalArgumentException | BackendFailure wrong) {
            throw new InvalidConfigurationPropertyValueException(
                    "linekeeper.emulator.faults", file, "it cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Refuses browsers, whose changing requests carry an {@code Origin}, requests to another host name (DNS rebinding), and
     * requests through a proxy.
     */
    @ModelAttribute
    void mustBeLocalProgram(HttpServletRequest request) {
        if (!Loopback.isConnection(request.getRemoteAddr(), request.getServerName())
                || PAGE_AND_PROXY_HEADERS.stream().anyMatch(header -> request.getHeader(header) != null)) {
            throw new SecurityException(
                    "The fault switches are for programs on this machine, such as curl; not for pages"
                            + " and not from elsewhere.");
        }
    }

    /** The set switches, each with how many more calls meet it (0: until cleared). */
    @GetMapping
    public Map<String, ?> shown() {
        return Map.of("faults", faults.all());
    }

    /**
     * Adds faults.
     *
     * @throws IllegalArgumentException with the JSON pointer of what is wrong
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, ?> add(@RequestBody String json) {
        return run(reader.read(json));
    }

    /** Replaces all faults; changes made to the tenant stay. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, ?> replace(@RequestBody String json) {
        var commands = reader.read(json);
        faults.clear();
        return run(commands);
    }

    @DeleteMapping
    public Map<String, ?> clear() {
        faults.clear();
        return run(List.of());
    }

    private Map<String, ?> run(List<Runnable> commands) {
        commands.forEach(Runnable::run);
        log.info("action=emulator-fault commands={}", commands.size());
        return shown();
    }

    @ExceptionHandler({IllegalArgumentException.class, BackendFailure.class, SecurityException.class})
    ResponseEntity<Map<String, ?>> refuse(RuntimeException why) {
        return ResponseEntity.status(why instanceof SecurityException ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST)
                .body(Map.of("error", String.valueOf(why.getMessage())));
    }
}
