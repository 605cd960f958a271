package dev.linekeeper.simulator;

import dev.linekeeper.simulator.powershell.UserObjects;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a simulator in a process of its own has besides: people as they are, and tokens. */
@RestController
record ProcessController(SimulatedTenant tenant, Clock clock) {
    private static final Duration GOOD_FOR = Duration.ofHours(8);

    @GetMapping("/emulator/people")
    List<ObjectNode> people() {
        return new UserObjects(tenant).people().toList();
    }

    /**
     * Gives out tokens like the
     * <a href="https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference">identity
     * endpoint of App Service</a>. They are worth nothing outside the simulator.
     */
    @GetMapping("/identity/token")
    ResponseEntity<ObjectNode> token(@RequestHeader(name = "X-IDENTITY-HEADER", defaultValue = "") String secret) {
        if (!secret.equals(SimulatorProcess.IDENTITY_HEADER)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return ResponseEntity.ok(WireJson.object()
                .put("access_token", "emulated")
                .put("token_type", "Bearer")
                .put("resource", "emulator")
                .put("expires_on", String.valueOf(clock.instant().plus(GOOD_FOR).getEpochSecond())));
    }
}
