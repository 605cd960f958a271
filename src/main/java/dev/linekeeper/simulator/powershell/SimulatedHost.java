package dev.linekeeper.simulator.powershell;

import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A session that answers as {@code host.ps1}: gets its marker with the first call, needs a sign-in before any cmdlet. */
final class SimulatedHost {
    private static final String CURRENT_MODULE = "7.9.0";

    private final SimulatedTenant tenant;
    private final CmdletTable cmdlets;
    private final Writer out;
    private Optional<String> marker = Optional.empty();
    private boolean connected;

    SimulatedHost(SimulatedTenant tenant, CmdletTable cmdlets, Writer out) {
        this.tenant = tenant;
        this.cmdlets = cmdlets;
        this.out = out;
    }

    /** Answers one line; false when the process must end. */
    boolean answer(String line) throws IOException, InterruptedException {
        var request = WireJson.parse(line);
        if (marker.isEmpty()) {
            marker = Optional.of(WireJson.text(request, "marker"));
        }
        var call = WireJson.text(request, "call");
        var name = call.equals("invoke") ? WireJson.text(request, "cmdlet") : call;
        var id = WireJson.text(request, "id");
        switch (cmdlets.begun(name, line).orElse(null)) {
            case null -> print(id, reply(call, request));
            case Fault.InPowerShell.Hangs() -> {}
            case Fault.InPowerShell.Dies() -> {
                return false;
            }
            case Fault.InPowerShell.DiesAfterwards() -> {
                reply(call, request);
                return false;
            }
            case Fault.InPowerShell.Late(var by) -> {
                Thread.sleep(by);
                print(id, reply(call, request));
            }
            case Fault.InPowerShell.Garbage(var text) -> line(marker.get() + text);
            case Fault.InPowerShell.Noise(var text, var times) -> {
                for (int printed = 0; printed < times; printed++) {
                    line(text);
                }
                print(id, reply(call, request));
            }
            case Fault.InPowerShell.AnotherAnswer() -> print(id + "0", reply(call, request));
            case Fault.InPowerShell.Module(var version) -> print(id, module(version));
            case Fault.InPowerShell.Fails fails ->
                print(id, CmdletError.of(fails).reply());
        }
        return true;
    }

    private ObjectNode reply(String call, ObjectNode request) {
        try {
            return switch (call) {
                case "version" -> module(tenant.content().powerShellModule().orElse(CURRENT_MODULE));
                case "connect" ->
                    connect(request.path("signIn") instanceof ObjectNode signIn ? signIn : WireJson.object());
                case "invoke" ->
                    connected
                            ? cmdlets.reply(request)
                            : CmdletError.notConnected().reply();
                default -> throw CmdletError.of("UnknownCall", "The call '%s' is not known.".formatted(call));
            };
        } catch (CmdletError refused) {
            return refused.reply();
        }
    }

    private static ObjectNode module(String version) {
        var reply = WireJson.object();
        reply.putObject("result").put("module", version).put("powerShell", "7.5.4");
        return reply;
    }

    private ObjectNode connect(ObjectNode signIn) {
        var method = WireJson.text(signIn, "method");
        var good = method.equals("stand-in")
                || (method.equals("access-tokens")
                        && !WireJson.text(signIn, "graphToken").isBlank()
                        && !WireJson.text(signIn, "teamsToken").isBlank());
        if (!good) {
            throw CmdletError.of("AuthenticationFailed", "The sign-in '%s' does not work here.".formatted(method));
        }
        connected = true;
        return WireJson.object().put("result", true);
    }

    private void print(String id, ObjectNode reply) throws IOException {
        line(marker.orElse("") + reply.put("id", id));
    }

    private void line(String text) throws IOException {
        out.write(text + "\n");
        out.flush();
    }
}
