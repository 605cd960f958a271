package dev.linekeeper.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.faults.InvalidFault;
import dev.linekeeper.simulator.faults.LocalProgramCheck;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The fault switches of a simulator without the bot, as {@link FaultsController} has them in the demo. */
final class FaultsEndpoint implements HttpHandler {
    private record FaultsReply(int status, String body) {
        static FaultsReply refused(int status, String why) {
            return new FaultsReply(status, WireJson.object().put("error", why).toString());
        }
    }

    private final FaultSwitches switches;

    FaultsEndpoint(FaultSwitches switches) {
        this.switches = switches;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private FaultsReply reply(HttpExchange exchange) throws IOException {
        try {
            LocalProgramCheck.mustAsk(exchange);
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (!body.isEmpty() && !type.startsWith("application/json")) {
                return FaultsReply.refused(415, "JSON was expected, found " + type);
            }
            switch (exchange.getRequestMethod()) {
                case "GET" -> {}
                case "PUT" -> switches.replace(body);
                case "POST" -> switches.add(body);
                case "DELETE" -> switches.clear();
                default -> {
                    return FaultsReply.refused(405, "GET, PUT, POST or DELETE was expected");
                }
            }
            return new FaultsReply(200, switches.shown());
        } catch (InvalidFault invalid) {
            return FaultsReply.refused(400, String.valueOf(invalid.getMessage()));
        } catch (LocalProgramCheck.NotThisMachine elsewhere) {
            return FaultsReply.refused(403, String.valueOf(elsewhere.getMessage()));
        }
    }
}
