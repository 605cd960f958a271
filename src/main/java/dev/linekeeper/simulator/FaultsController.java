package dev.linekeeper.simulator;

import dev.linekeeper.settings.LinekeeperProperties.TenantBackend;
import dev.linekeeper.settings.Loopback;
import dev.linekeeper.settings.OnBackend;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.faults.InvalidFault;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
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
import tools.jackson.databind.node.ObjectNode;

/** The fault switches over HTTP, for programs on this machine only, not for web pages. */
@RestController
@OnBackend(TenantBackend.DEMO)
@RequestMapping(path = "/emulator/faults", produces = MediaType.APPLICATION_JSON_VALUE)
public class FaultsController {
    private static final List<String> PAGE_AND_PROXY_HEADERS =
            List.of("Origin", "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private final FaultSwitches switches;

    @Autowired
    FaultsController(Simulator simulator) {
        this(simulator.faults());
    }

    FaultsController(FaultSwitches switches) {
        this.switches = switches;
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

    @GetMapping
    ObjectNode show() {
        return switches.shown();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode replace(@RequestBody String faults) {
        switches.replace(faults);
        return switches.shown();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode add(@RequestBody String faults) {
        switches.add(faults);
        return switches.shown();
    }

    @DeleteMapping
    ObjectNode clear() {
        switches.clear();
        return switches.shown();
    }

    @ExceptionHandler({InvalidFault.class, SecurityException.class})
    ResponseEntity<ObjectNode> refuse(RuntimeException why) {
        return ResponseEntity.status(why instanceof InvalidFault ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN)
                .body(WireJson.object().put("error", why.getMessage()));
    }
}
