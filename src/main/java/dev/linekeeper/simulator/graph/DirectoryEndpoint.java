package dev.linekeeper.simulator.graph;

import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The directory: users, with resource accounts and guests, and groups. */
record DirectoryEndpoint(SimulatedTenant model) {
    private static final ODataCollection PAGES = new ODataCollection(100, 999);

    void serve(GraphRoutes routes) {
        routes.on("GET", "/users", (call, _) -> PAGES.answer(call, listed(call)))
                .on(
                        "GET",
                        "/users/{}",
                        (call, parts) -> GraphReply.of(ODataCollection.selected(call, user(parts.getFirst()))))
                .on("GET", "/users/{}/transitiveMemberOf/(?:microsoft\\.)?graph\\.group", this::memberships)
                .on("GET", "/users/{}/memberOf/(?:microsoft\\.)?graph\\.group", this::directMemberships)
                .on(
                        "GET",
                        "/groups",
                        (call, _) ->
                                groups(call, content().groups().map(Map::keySet).orElse(Set.of())))
                .on("GET", "/groups/{}/(?:transitiveMembers|members)/(?:microsoft\\.)?graph\\.user", this::members);
    }

    private List<ObjectNode> listed(GraphRequest call) {
        var wanted = call.option("$search");
        if (wanted.isPresent() && !call.header("consistencylevel").orElse("").equalsIgnoreCase("eventual")) {
            throw GraphError.of(
                    400,
                    "Request_UnsupportedQuery",
                    "Request with $search query parameter only works through MSGraph with a special request header:"
                            + " 'ConsistencyLevel: eventual'");
        }
        var search = wanted.map(DirectoryQuery::of);
        return everyone()
                .filter(user -> search.map(asked -> asked.finds(user)).orElse(true))
                .toList();
    }

    private ObjectNode user(String idOrName) {
        return everyone()
                .filter(user -> WireJson.text(user, "id").equalsIgnoreCase(idOrName)
                        || WireJson.text(user, "userPrincipalName").equalsIgnoreCase(idOrName))
                .findFirst()
                .orElseThrow(() -> GraphError.noSuch(idOrName));
    }

    private GraphReply memberships(GraphRequest call, List<String> parts) {
        var id = new UserId(WireJson.text(user(parts.getFirst()), "id"));
        var entry = model.ports().directory().find(id);
        return groups(call, entry.flatMap(person -> person.groups().known()).orElse(Set.of()));
    }

    private GraphReply directMemberships(GraphRequest call, List<String> parts) {
        var id = new UserId(WireJson.text(user(parts.getFirst()), "id"));
        return groups(call, model.ports().directory().groupsOf(id));
    }

    private static GraphReply groups(GraphRequest call, Set<GroupId> groups) {
        return PAGES.answer(
                call,
                groups.stream()
                        .map(GroupId::value)
                        .sorted()
                        .map(group -> WireJson.object().put("id", group))
                        .toList());
    }

    private GraphReply members(GraphRequest call, List<String> parts) {
        var group = new GroupId(parts.getFirst());
        if (content().groups().filter(groups -> groups.containsKey(group)).isEmpty()) {
            throw GraphError.noSuch(group.value());
        }
        var members = model.ports().directory().members(group);
        return PAGES.answer(
                call,
                everyone()
                        .filter(user -> members.contains(new UserId(WireJson.text(user, "id"))))
                        .toList());
    }

    private Stream<ObjectNode> everyone() {
        return Stream.concat(
                content().users().stream()
                        .flatMap(users -> users.values().stream())
                        .map(DirectoryEndpoint::person),
                content().accounts().stream()
                        .flatMap(accounts -> accounts.values().stream())
                        .map(DirectoryEndpoint::account));
    }

    private static ObjectNode person(StoredUser user) {
        var entry = user.entry();
        var guest = user.accountType()
                .known()
                .filter(type -> type == AccountType.GUEST)
                .isPresent();
        return user(
                        entry.id(),
                        entry.userPrincipalName(),
                        entry.displayName(),
                        WireJson.known(entry.enabled()),
                        entry.usageLocation().known().flatMap(country -> country),
                        entry.plans().known(),
                        guest ? "Guest" : "Member")
                .put("department", entry.department().orElse(null));
    }

    private static ObjectNode account(StoredAccount stored) {
        var account = stored.account();
        return user(
                account.id(),
                account.userPrincipalName(),
                account.displayName(),
                WireJson.known(account.signInEnabled()),
                account.usageLocation().known().flatMap(country -> country),
                account.plans().known(),
                "Member");
    }

    private static ObjectNode user(
            UserId id,
            String userPrincipalName,
            String displayName,
            @Nullable Boolean enabled,
            Optional<Country> usageLocation,
            Optional<List<ServicePlan>> plans,
            String userType) {
        var user = WireJson.object()
                .put("id", id.value())
                .put("userPrincipalName", userPrincipalName)
                .put("displayName", displayName)
                .put("accountEnabled", enabled)
                .put("usageLocation", usageLocation.map(Country::iso).orElse(null))
                .put("userType", userType)
                .put("memberWeDoNotKnow", "yet");
        plans.ifPresent(held -> {
            var listed = user.putArray("assignedPlans");
            held.forEach(plan -> listed.addObject()
                    .put("assignedDateTime", "2026-01-05T09:00:00Z")
                    .put("service", "MicrosoftCommunicationsOnline")
                    .put("capabilityStatus", WireJson.pascal(plan.status()))
                    .put("servicePlanId", plan.id()));
        });
        return user;
    }

    private TenantContent content() {
        return model.content();
    }

    /** {@code "displayName:ada" OR "userPrincipalName:ada"}: matches the beginning of a word of the name, or of the value. */
    private record DirectoryQuery(List<Clause> clauses) {
        private record Clause(String member, String text) {}

        static DirectoryQuery of(String written) {
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
            return new DirectoryQuery(clauses);
        }

        boolean finds(ObjectNode user) {
            return clauses.stream().anyMatch(clause -> {
                var value = WireJson.text(user, clause.member()).toLowerCase(Locale.ROOT);
                return value.startsWith(clause.text())
                        || (clause.member().equals("displayName") && value.contains(" " + clause.text()));
            });
        }
    }
}
