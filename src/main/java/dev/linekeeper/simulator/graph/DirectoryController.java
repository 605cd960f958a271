package dev.linekeeper.simulator.graph;

import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The directory: users, with resource accounts and guests, and groups. */
@RestController
@RequestMapping(GraphCalls.ROOT)
record DirectoryController(SimulatedTenant tenant) {
    private static final ODataCollection PAGES = new ODataCollection(100, 999);
    private static final List<String> MEMBERS = List.of(
            "id", "userPrincipalName", "displayName", "accountEnabled", "usageLocation", "department", "assignedPlans");
    private static final String PLANS = MEMBERS.getLast();

    @GetMapping("/users")
    ObjectNode users(HttpServletRequest request) {
        var search = Optional.ofNullable(request.getParameter("$search"));
        if (search.isPresent() && !"eventual".equalsIgnoreCase(request.getHeader("ConsistencyLevel"))) {
            throw GraphError.of(
                    400,
                    "Request_UnsupportedQuery",
                    "Request with $search query parameter only works through MSGraph with a special request header:"
                            + " 'ConsistencyLevel: eventual'");
        }
        var clauses = search.map(Clause::parsed);
        return PAGES.answer(
                request,
                everyone()
                        .filter(user -> clauses.map(any -> any.stream().anyMatch(one -> one.finds(user)))
                                .orElse(true))
                        .toList());
    }

    @GetMapping("/users/{idOrName}")
    ObjectNode user(HttpServletRequest request, @PathVariable String idOrName) {
        return ODataCollection.selected(request, found(idOrName));
    }

    @GetMapping({"/users/{id}/transitiveMemberOf/graph.group", "/users/{id}/transitiveMemberOf/microsoft.graph.group"})
    ObjectNode memberships(HttpServletRequest request, @PathVariable String id) {
        var entry = tenant.ports().directory().find(id(found(id)));
        return groups(request, entry.flatMap(person -> person.groups().known()).orElse(Set.of()));
    }

    @GetMapping({"/users/{id}/memberOf/graph.group", "/users/{id}/memberOf/microsoft.graph.group"})
    ObjectNode directMemberships(HttpServletRequest request, @PathVariable String id) {
        return groups(request, tenant.ports().directory().groupsOf(id(found(id))));
    }

    @GetMapping("/groups")
    ObjectNode groups(HttpServletRequest request) {
        return groups(request, groups());
    }

    @GetMapping({
        "/groups/{id}/{list:transitiveMembers|members}/graph.user",
        "/groups/{id}/{list:transitiveMembers|members}/microsoft.graph.user"
    })
    ObjectNode members(HttpServletRequest request, @PathVariable String id) {
        var group = new GroupId(id);
        if (!groups().contains(group)) {
            throw GraphError.noSuch(id);
        }
        var groups = tenant.content().groups().map(Map::values).orElse(List.of());
        return PAGES.answer(
                request,
                everyone()
                        .filter(user -> FileGroup.around(id(user), groups).contains(group))
                        .toList());
    }

    private static ObjectNode groups(HttpServletRequest request, Set<GroupId> groups) {
        return PAGES.answer(
                request,
                groups.stream()
                        .map(GroupId::value)
                        .sorted()
                        .map(group -> WireJson.object().put("id", group))
                        .toList());
    }

    private Set<GroupId> groups() {
        return tenant.content().groups().map(groups -> groups.keySet()).orElse(Set.of());
    }

    private static UserId id(ObjectNode user) {
        return new UserId(WireJson.text(user, "id"));
    }

    private ObjectNode found(String idOrName) {
        return everyone()
                .filter(user -> Stream.of("id", "userPrincipalName")
                        .anyMatch(member -> WireJson.text(user, member).equalsIgnoreCase(idOrName)))
                .findFirst()
                .orElseThrow(() -> GraphError.noSuch(idOrName));
    }

    private Stream<ObjectNode> everyone() {
        var state = tenant.state();
        return Stream.of(state.users(), state.accounts())
                .flatMap(entries -> entries.stream())
                .map(DirectoryController::user);
    }

    /** With nulls for what is not set, and a member nobody knows. Plans that were not read are not there. */
    private static ObjectNode user(ObjectNode entry) {
        var user = WireJson.object();
        for (var member : MEMBERS) {
            var value = entry.get(member);
            if (value != null || !member.equals(PLANS)) {
                user.set(member, value == null ? NullNode.getInstance() : value);
            }
        }
        var guest = WireJson.text(entry, "accountType").equalsIgnoreCase("guest");
        return user.put("userType", guest ? "Guest" : "Member").put("memberWeDoNotKnow", "yet");
    }

    /** {@code "displayName:ada" OR "userPrincipalName:ada"}: the beginning of a word of the name, or of the value. */
    private record Clause(String member, String text) {
        static List<Clause> parsed(String written) {
            List<Clause> clauses = new ArrayList<>();
            for (var part : written.split(" OR ", -1)) {
                var clause = part.strip();
                var colon = clause.indexOf(':');
                if (!clause.startsWith("\"") || !clause.endsWith("\"") || colon < 2) {
                    throw GraphError.invalid("Syntax error: character '%s' is not valid in search".formatted(clause));
                }
                var text = clause.substring(colon + 1, clause.length() - 1)
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\");
                clauses.add(new Clause(clause.substring(1, colon), text.strip().toLowerCase(Locale.ROOT)));
            }
            return clauses;
        }

        boolean finds(ObjectNode user) {
            var value = WireJson.text(user, member).toLowerCase(Locale.ROOT);
            return value.startsWith(text) || (member.equals("displayName") && value.contains(" " + text));
        }
    }
}
