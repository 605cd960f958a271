package dev.linekeeper.simulator;

import dev.linekeeper.settings.LinekeeperProperties.TenantBackend;
import dev.linekeeper.settings.OnBackend;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.faults.InvalidFault;
import dev.linekeeper.simulator.faults.LocalProgramCheck;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fault switches over HTTP, for programs on this machine only, not for web pages. */
@RestController
@OnBackend(TenantBackend.DEMO)
@RequestMapping(path = "/emulator/faults", produces = MediaType.APPLICATION_JSON_VALUE)
public class FaultsController {
    private final FaultSwitches switches;

    @Autowired
    FaultsController(Simulator simulator) {
        this(simulator.faults());
    }

    FaultsController(FaultSwitches switches) {
        this.switches = switches;
    }

    @GetMapping
    String show(HttpServletRequest request) {
        LocalProgramCheck.mustAsk(request);
        return switches.shown();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    String replace(@RequestBody String faults, HttpServletRequest request) {
        LocalProgramCheck.mustAsk(request);
        switches.replace(faults);
        return switches.shown();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    String add(@RequestBody String faults, HttpServletRequest request) {
        LocalProgramCheck.mustAsk(request);
        switches.add(faults);
        return switches.shown();
    }

    @DeleteMapping
    String clear(HttpServletRequest request) {
        LocalProgramCheck.mustAsk(request);
        switches.clear();
        return switches.shown();
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(InvalidFault invalid) {
        return refusal(HttpStatus.BAD_REQUEST, invalid);
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(LocalProgramCheck.NotThisMachine elsewhere) {
        return refusal(HttpStatus.FORBIDDEN, elsewhere);
    }

    private static ResponseEntity<String> refusal(HttpStatus status, RuntimeException why) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(WireJson.object()
                        .put("error", String.valueOf(why.getMessage()))
                        .toString());
    }
}
