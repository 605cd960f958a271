package dev.linekeeper.simulator.powershell;

import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated cmdlets over HTTP on this machine, for the stand-in module that runs in a real PowerShell
 * (src/test/powershell): a POST of {@code {cmdlet, parameters, session}} is answered with {@code result} or {@code error},
 * lines for the console, or {@code die}. {@code Connect-MicrosoftTeams} gives the session that the others need. Faults of
 * the host's own lines (garbage, another answer, another module) do not happen here.
 */
@RestController
public final class CmdletController {
    private final String tenant;
    private final CmdletTable cmdlets;
    private final Set<String> sessions;

    CmdletController(String tenant, CmdletTable cmdlets, Set<String> sessions) {
        this.tenant = tenant;
        this.cmdlets = cmdlets;
        this.sessions = sessions;
    }

    @PostMapping(SimulatedPowerShell.CMDLETS)
    public ObjectNode answer(@RequestBody ObjectNode request) throws InterruptedException {
        var name = WireJson.text(request, "cmdlet");
        var call = name.equals("Connect-MicrosoftTeams") ? "connect" : name;
        return switch (cmdlets.begun(call, request.toString()).orElse(null)) {
            case Fault.InPowerShell.Fails fails -> CmdletError.of(fails).reply();
            case Fault.InPowerShell.Dies() -> WireJson.object().put("die", true);
            case Fault.InPowerShell.DiesAfterwards() -> reply(call, request).put("die", true);
            case Fault.InPowerShell.Hangs() -> late(Duration.ofDays(1), call, request);
            case Fault.InPowerShell.Late(var by) -> late(by, call, request);
            case Fault.InPowerShell.Noise(var text, var times) -> {
                var reply = reply(call, request);
                var lines = reply.putArray("console");
                for (int printed = 0; printed < times; printed++) {
                    lines.add(text);
                }
                yield reply;
            }
            case null, default -> reply(call, request);
        };
    }

    private ObjectNode late(Duration by, String call, ObjectNode request) throws InterruptedException {
        Thread.sleep(by);
        return reply(call, request);
    }

    private ObjectNode reply(String call, ObjectNode request) {
        if (call.equals("connect")) {
            var session = UUID.randomUUID().toString();
            sessions.add(session);
            return WireJson.object().put("session", session).put("tenant", tenant);
        }
        return sessions.contains(WireJson.text(request, "session"))
                ? cmdlets.reply(request)
                : CmdletError.notConnected().reply();
    }
}
