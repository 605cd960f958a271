package dev.linekeeper.simulator.graph;

import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes of users since a token, as <a href="https://learn.microsoft.com/graph/delta-query-users">delta query</a> cuts
 * them: of a change what it changed, the deleted with why, somebody a second time at the end. Tokens end with the process.
 *
 * @param tokens what each stands for
 */
@RestController
@RequestMapping(GraphCalls.ROOT)
record DeltaController(SimulatedTenant tenant, Map<String, Turn> tokens) {
    private static final int PAGE = 20;

    /**
     * The next answer.
     *
     * @param select the members that are tracked
     * @param then everybody, as the answer is to leave them
     * @param left what is to be told of it on the next pages; empty where the next question is about changes
     */
    record Turn(String select, Map<String, ObjectNode> then, Optional<List<ObjectNode>> left) {}

    @GetMapping({"/users/delta", "/users/delta()", "/users/microsoft.graph.delta()"})
    ObjectNode delta(HttpServletRequest call) {
        var skip = call.getParameter("$skiptoken");
        var since = call.getParameter("$deltatoken");
        if (skip != null) {
            return page(call, known(skip));
        }
        if (since != null) {
            var before = known(since);
            var now = everybody(before.select());
            return page(call, new Turn(before.select(), now, Optional.of(changes(before.then(), now))));
        }
        var select = Optional.ofNullable(call.getParameter("$select")).orElse("id,displayName,userPrincipalName");
        var all = everybody(select);
        return page(call, new Turn(select, all, Optional.of(List.copyOf(all.values()))));
    }

    private Turn known(String token) {
        return Optional.ofNullable(tokens.get(token)).orElseThrow(GraphError::syncStateNotFound);
    }

    private Map<String, ObjectNode> everybody(String select) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        var names = List.of(("id," + select).split(",", -1));
        DirectoryController.everyone(tenant)
                .forEach(user ->
                        all.put(WireJson.text(user, "id"), user.deepCopy().retain(names)));
        return all;
    }

    private static List<ObjectNode> changes(Map<String, ObjectNode> before, Map<String, ObjectNode> now) {
        List<ObjectNode> changes = new ArrayList<>();
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> {
            var removed = WireJson.object().put("id", id);
            removed.putObject("@removed").put("reason", "changed");
            changes.add(removed);
        });
        now.forEach((id, user) -> {
            var old = before.getOrDefault(id, WireJson.object());
            var changed = user.deepCopy();
            changed.propertyNames().stream()
                    .filter(member -> !member.equals("id"))
                    .filter(member -> old.has(member) && old.get(member).equals(user.get(member)))
                    .toList()
                    .forEach(changed::remove);
            if (changed.size() > 1 || old.isEmpty()) {
                changes.add(changed);
            }
        });
        changes.stream().findFirst().ifPresent(changes::add);
        return changes;
    }

    private ObjectNode page(HttpServletRequest call, Turn turn) {
        var left = turn.left().orElse(List.of());
        var page = WireJson.object().put("@odata.context", GraphCalls.base(call) + "/$metadata#users");
        left.stream().limit(PAGE).forEach(page.putArray("value")::add);
        var more = left.size() > PAGE;
        var token = UUID.randomUUID().toString();
        tokens.put(
                token,
                new Turn(
                        turn.select(),
                        turn.then(),
                        more ? Optional.of(left.subList(PAGE, left.size())) : Optional.empty()));
        return page.put(
                more ? "@odata.nextLink" : "@odata.deltaLink",
                "%s/users/delta?%s=%s".formatted(GraphCalls.base(call), more ? "$skiptoken" : "$deltatoken", token));
    }
}
