package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The pages a cmdlet printed; not complete when a full page repeats the one before, so that the rest does not come. */
record CmdletPages(List<JsonCursor> entries, boolean complete) {
    /** All entries; throws a {@link BackendFailure} of kind {@code PROTOCOL} when they are not complete. */
    static List<JsonCursor> of(PowerShell powerShell, Cmdlet cmdlet, String size, String skip, int page) {
        var pages = of(powerShell, cmdlet, Map.of(), size, skip, page);
        if (!pages.complete()) {
            throw new BackendFailure(
                    FailureKind.PROTOCOL,
                    "%s is incomplete: after %d entries a page repeats"
                            .formatted(cmdlet.command(), pages.entries().size()));
        }
        return pages.entries();
    }

    /** The entries; {@code size} and {@code skip} are the parameters for the page size and what to leave out. */
    static CmdletPages of(
            PowerShell powerShell, Cmdlet cmdlet, Map<String, ?> filter, String size, String skip, int page) {
        var all = new LinkedHashMap<JsonNode, JsonCursor>();
        while (true) {
            var parameters = new HashMap<String, Object>(filter);
            parameters.put(size, page);
            parameters.put(skip, all.size());
            var entries = powerShell.run(cmdlet, parameters).list(Function.identity());
            var before = all.size();
            entries.forEach(entry -> all.putIfAbsent(entry.node(), entry));
            // More than was asked for is everything at once, from a module that knows no pages.
            if (entries.size() != page || all.size() == before) {
                return new CmdletPages(List.copyOf(all.values()), entries.size() != page);
            }
        }
    }
}
