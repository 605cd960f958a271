package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads cmdlets that print a page of entries at a time. */
final class CmdletPages {
    private CmdletPages() {}

    /**
     * All entries. Ends with a page that is not full, or that repeats entries because the service ignores {@code skip}.
     *
     * @param size the parameter for the page size
     * @param skip the parameter for the number of entries to skip
     */
    static List<JsonCursor> of(PowerShell powerShell, Cmdlet cmdlet, String size, String skip, int page) {
        return of(powerShell, cmdlet, Map.of(), size, skip, page);
    }

    static List<JsonCursor> of(
            PowerShell powerShell, Cmdlet cmdlet, Map<String, ?> filter, String size, String skip, int page) {
        List<JsonCursor> all = new ArrayList<>();
        Set<JsonNode> seen = new HashSet<>();
        while (true) {
            var parameters = new java.util.HashMap<String, Object>(filter);
            parameters.put(size, page);
            parameters.put(skip, all.size());
            var entries = powerShell.run(cmdlet, parameters).list(Function.identity());
            var fresh = entries.stream().filter(entry -> seen.add(entry.node())).toList();
            all.addAll(fresh);
            if (entries.size() < page || fresh.isEmpty()) {
                return all;
            }
        }
    }
}
