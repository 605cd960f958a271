package dev.linekeeper.simulator;

import dev.linekeeper.simulator.state.TenantModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** One host as {@code host.ps1} would be: told its marker with the first call, signed in before the first cmdlet. */
final class HostSession {
    private static final String CURRENT_MODULE = "7.9.0";

    private final TenantModel model;
    private final Cmdlets cmdlets;
    private final Faults faults;
    private final Consumer<Heard> watcher;
    private final Writer out;
    private Optional<String> marker = Optional.empty();
    private boolean connected;

    HostSession(TenantModel model, Cmdlets cmdlets, Faults faults, Consumer<Heard> watcher, Writer out) {
        this.model = model;
        this.cmdlets = cmdlets;
        this.faults = faults;
        this.watcher = watcher;
        this.out = out;
    }

    /** Answers one line; false when the process is to end. */
    boolean answer(String line) throws IOException, InterruptedException {
        var request = Json.parse(line);
        if (marker.isEmpty()) {
            marker = Optional.of(Json.text(request, "marker"));
        }
        var call = Json.text(request, "call");
        var name = call.equals("invoke") ? Json.text(request, "cmdlet") : call;
        var id = Json.text(request, "id");
        var fault = faults.nextInPowerShell(Faults.POWERSHELL + name);
        watcher.accept(new Heard(name, line, fault));
        if (fault.isEmpty()) {
            print(id, reply(call, request));
            return true;
        }
        switch (fault.get()) {
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
            case Fault.InPowerShell.Fails fails -> print(id, error(CmdletRefused.of(fails)));
        }
        return true;
    }

    private ObjectNode reply(String call, ObjectNode request) {
        try {
            return switch (call) {
                case "version" -> module(model.content().powerShellModule().orElse(CURRENT_MODULE));
                case "connect" -> connect(request.path("signIn") instanceof ObjectNode signIn ? signIn : Json.object());
                case "invoke" -> invoke(request);
                default -> throw CmdletRefused.of("UnknownCall", "The call '%s' is not known.".formatted(call));
            };
        } catch (CmdletRefused refused) {
            return error(refused);
        }
    }

    private static ObjectNode module(String version) {
        var reply = Json.object();
        reply.putObject("result").put("module", version).put("powerShell", "7.5.4");
        return reply;
    }

    private ObjectNode connect(ObjectNode signIn) {
        var method = Json.text(signIn, "method");
        var good = method.equals("stand-in")
                || (method.equals("access-tokens")
                        && !Json.text(signIn, "graphToken").isBlank()
                        && !Json.text(signIn, "teamsToken").isBlank());
        if (!good) {
            throw CmdletRefused.of("AuthenticationFailed", "The sign-in '%s' does not work here.".formatted(method));
        }
        connected = true;
        return Json.object().put("result", true);
    }

    private ObjectNode invoke(ObjectNode request) {
        if (!connected) {
            throw CmdletRefused.of("NotConnected", "Connect-MicrosoftTeams must be run before any other cmdlet.");
        }
        var parameters = request.path("parameters") instanceof ObjectNode given ? given : Json.object();
        var reply = Json.object();
        reply.set("result", cmdlets.run(Json.text(request, "cmdlet"), parameters));
        return reply;
    }

    private static ObjectNode error(CmdletRefused refused) {
        var reply = Json.object();
        reply.putObject("error")
                .put("message", String.valueOf(refused.getMessage()))
                .put("category", "InvalidOperation")
                .put("errorId", refused.errorId())
                .put("status", refused.status());
        return reply;
    }

    private void print(String id, ObjectNode reply) throws IOException {
        line(marker.orElse("") + reply.put("id", id));
    }

    private void line(String text) throws IOException {
        out.write(text + "\n");
        out.flush();
    }
}
