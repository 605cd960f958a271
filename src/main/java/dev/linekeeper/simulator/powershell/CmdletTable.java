package dev.linekeeper.simulator.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The simulated cmdlets by name, with their parameters, and the faults that calls of them meet. */
final class CmdletTable {
    private record CmdletEntry(Set<String> parameters, Function<ObjectNode, Stream<ObjectNode>> body) {}

    private final Map<String, CmdletEntry> known = new HashMap<>();
    private final List<Consumer<RecordedCmdlet>> watchers = new CopyOnWriteArrayList<>();
    private final ActiveFaults faults;

    CmdletTable(ActiveFaults faults) {
        this.faults = faults;
    }

    void watch(Consumer<RecordedCmdlet> watcher) {
        watchers.add(watcher);
    }

    /** Adds a cmdlet, written like {@code Get-CsAutoAttendant -First -Skip}; the body gives its output. */
    CmdletTable on(String declared, Function<ObjectNode, Stream<ObjectNode>> body) {
        var words = List.of(declared.split(" -", -1));
        known.put(key(words.getFirst()), new CmdletEntry(Set.copyOf(words.subList(1, words.size())), body));
        return this;
    }

    /** Adds a cmdlet without output. */
    CmdletTable does(String declared, Consumer<ObjectNode> body) {
        return on(declared, parameters -> {
            body.accept(parameters);
            return Stream.empty();
        });
    }

    /** The fault that a call meets; tells the watchers. */
    @Nullable
    InPowerShell begun(String name, String line) {
        var fault = faults.nextInPowerShell(ActiveFaults.POWERSHELL + name).orElse(null);
        var runs = switch (fault) {
            case InPowerShell.Fails _, InPowerShell.Hangs _, InPowerShell.Dies _ -> false;
            case InPowerShell.Garbage _, InPowerShell.Module _ -> false;
            case null, default -> true;
        };
        watchers.forEach(watcher -> watcher.accept(new RecordedCmdlet(name, line, runs)));
        return fault;
    }

    /**
     * The answer with the fault: the reply, an error, or lines for the {@code console} and whether to {@code die}. Faults of a
     * host's own lines (garbage, another answer, another module) are the host's to make.
     */
    ObjectNode answer(@Nullable InPowerShell fault, Supplier<ObjectNode> reply) throws InterruptedException {
        switch (fault) {
            case InPowerShell.Fails(var message, var errorId, var status) -> {
                return new CmdletError(errorId, status, message).reply();
            }
            case InPowerShell.Dies() -> {
                return WireJson.object().put("die", true);
            }
            case InPowerShell.Hangs() -> Thread.sleep(Duration.ofDays(1));
            case InPowerShell.Late(var by) -> Thread.sleep(by);
            case null, default -> {}
        }
        var answer = reply.get();
        if (fault instanceof InPowerShell.DiesAfterwards) {
            answer.put("die", true);
        } else if (fault instanceof InPowerShell.Noise(var text, var lines)) {
            var console = answer.putArray("console");
            Stream.generate(() -> text).limit(lines).forEach(console::add);
        }
        return answer;
    }

    /** {@code result} or {@code error} of the request's cmdlet. */
    ObjectNode reply(boolean connected, ObjectNode request) {
        try {
            if (!connected) {
                throw CmdletError.of(
                        "NotConnected",
                        "You must call the Connect-MicrosoftTeams cmdlet before calling any other cmdlets.");
            }
            var parameters = request.path("parameters") instanceof ObjectNode given ? given : WireJson.object();
            var printed = run(WireJson.text(request, "cmdlet"), parameters);
            return WireJson.object().set("result", WireJson.array().addAll(printed));
        } catch (BackendFailure refused) {
            return CmdletError.of(refused).reply();
        } catch (CmdletError refused) {
            return refused.reply();
        }
    }

    private List<ObjectNode> run(String name, ObjectNode parameters) {
        var cmdlet = known.get(key(name));
        if (cmdlet == null) {
            throw CmdletError.of("CommandNotFound", "The term '%s' is not recognized.".formatted(name));
        }
        for (var parameter : parameters.propertyNames()) {
            if (!cmdlet.parameters().contains(parameter)) {
                throw CmdletError.of(
                        "NamedParameterNotFound",
                        "A parameter cannot be found that matches parameter name '%s'.".formatted(parameter));
            }
        }
        return cmdlet.body().apply(parameters).toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String required(ObjectNode parameters, String name) {
        var text = WireJson.text(parameters, name);
        if (text.isBlank()) {
            throw CmdletError.missing(name);
        }
        return text;
    }

    /** The objects after {@code skip}, {@code top} of them; fails when more than {@code most} are asked for. */
    static Stream<ObjectNode> page(
            Stream<ObjectNode> all, ObjectNode parameters, String skip, String top, int usual, int most) {
        int wanted = parameters.path(top).asInt(usual);
        if (wanted > most) {
            throw CmdletError.of("BadRequest", "%s may not be greater than %d.".formatted(top, most));
        }
        return all.skip(parameters.path(skip).asInt(0)).limit(wanted);
    }

    /** A document with the members' names as cmdlets print them. */
    static ObjectNode pascal(ObjectNode document) {
        var printed = WireJson.object();
        document.properties()
                .forEach(member -> printed.set(
                        WireJson.pascal(member.getKey()),
                        member.getValue() instanceof ObjectNode inner ? pascal(inner) : member.getValue()));
        return printed;
    }
}
