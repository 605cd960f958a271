package dev.linekeeper.simulator.powershell;

import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.state.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A session that answers as {@code host.ps1}: gets its marker with the first call, needs a sign-in before any cmdlet. */
final class SimulatedHost {
    private final String module;
    private final CmdletTable cmdlets;
    private boolean connected;

    SimulatedHost(String module, CmdletTable cmdlets) {
        this.module = module;
        this.cmdlets = cmdlets;
    }

    /** Answers line by line, until there are none or the process must end. */
    void serve(BufferedReader in, PrintWriter out) throws IOException, InterruptedException {
        var marker = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var request = WireJson.parse(line);
            marker = marker.isEmpty() ? WireJson.text(request, "marker") : marker;
            var call = WireJson.text(request, "call");
            var fault = cmdlets.begun(call.equals("invoke") ? WireJson.text(request, "cmdlet") : call, line);
            var answer = cmdlets.answer(
                    fault,
                    () -> fault instanceof InPowerShell.Module(var version) ? module(version) : reply(call, request));
            if (answer.has("die")) {
                return;
            }
            answer.path("console").forEach(noise -> out.print(noise.stringValue() + "\n"));
            answer.remove("console");
            answer.put("id", WireJson.text(request, "id") + (fault instanceof InPowerShell.AnotherAnswer ? "0" : ""));
            out.print(marker + (fault instanceof InPowerShell.Garbage(var text) ? text : answer) + "\n");
            out.flush();
        }
    }

    private ObjectNode reply(String call, ObjectNode request) {
        return switch (call) {
            case "version" -> module(module);
            case "connect" -> connect(request.path("signIn"));
            case "invoke" -> cmdlets.reply(connected, request);
            default ->
                CmdletError.of("UnknownCall", "The call '%s' is not known.".formatted(call))
                        .reply();
        };
    }

    private static ObjectNode module(String version) {
        var reply = WireJson.object();
        reply.putObject("result").put("module", version).put("powerShell", "7.5.4");
        return reply;
    }

    private ObjectNode connect(JsonNode signIn) {
        var method = WireJson.text(signIn, "method");
        connected = method.equals("stand-in")
                || (method.equals("access-tokens")
                        && !WireJson.text(signIn, "graphToken").isBlank()
                        && !WireJson.text(signIn, "teamsToken").isBlank());
        return connected
                ? WireJson.object().put("result", true)
                : CmdletError.of("AuthenticationFailed", "The sign-in '%s' does not work here.".formatted(method))
                        .reply();
    }
}
