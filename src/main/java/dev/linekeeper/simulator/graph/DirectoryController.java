package dev.linekeeper.simulator.graph;

import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Cloud;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The directory: users, with resource accounts and guests, groups, the tenant's name, its licences, and the apps people
 * have in Teams. Installing one opens no chat here.
 *
 * @param installed a person's and an app's id each; a concurrent set
 */
@RestController
@RequestMapping(GraphCalls.ROOT)
record DirectoryController(SimulatedTenant tenant, Set<List<String>> installed) {
    private static final List<String> MEMBERS = List.of(("id userPrincipalName displayName mail proxyAddresses"
                    + " accountEnabled usageLocation department officeLocation city assignedPlans")
            .split(" "));
    private static final Set<String> LISTS = Set.of("assignedPlans", "proxyAddresses");
    private static final Pattern REFERENCE = Pattern.compile("https?://[^/]+/v1\\.0/appCatalogs/teamsApps/([^/]+)");

    @GetMapping("/users")
    ObjectNode users(HttpServletRequest request) {
        var search = Optional.ofNullable(request.getParameter("$search"));
        if (search.isPresent() && !"eventual".equalsIgnoreCase(request.getHeader("ConsistencyLevel"))) {
            throw new GraphError(
                    400,
                    "Request_UnsupportedQuery",
                    "Request with $search query parameter only works through MSGraph with a special request header:"
                            + " 'ConsistencyLevel: eventual'");
        }
        var clauses = search.map(Clause::parsed);
        return page(
                request,
                everyone()
                        .filter(user -> clauses.map(any -> any.stream().anyMatch(one -> one.finds(user)))
                                .orElse(true)));
    }

    @GetMapping("/users/{idOrName}")
    ObjectNode user(HttpServletRequest request, @PathVariable String idOrName) {
        return ODataCollection.selected(request, found(idOrName));
    }

    @GetMapping("/users/{id}/{list:transitiveMemberOf|memberOf}/{type:(?:microsoft\\.)?graph\\.group}")
    ObjectNode memberships(HttpServletRequest request, @PathVariable String id, @PathVariable String list) {
        var directory = tenant.ports().directory();
        var person = id(found(id));
        return groups(
                request,
                list.equals("memberOf")
                        ? directory.groupsOf(person)
                        : directory
                                .find(person)
                                .flatMap(entry -> entry.groups().known())
                                .orElse(Set.of()));
    }

    @GetMapping("/groups")
    ObjectNode groups(HttpServletRequest request) {
        return page(
                request,
                groups().values().stream()
                        .sorted(Comparator.comparing(group -> group.id().value()))
                        .map(group -> WireJson.object()
                                .put("id", group.id().value())
                                .put("displayName", group.displayName())));
    }

    @GetMapping("/groups/{id}/transitiveMembers/{type:(?:microsoft\\.)?graph\\.user}")
    ObjectNode members(HttpServletRequest request, @PathVariable String id) {
        var group = new GroupId(id);
        var groups = groups();
        if (!groups.containsKey(group)) {
            throw GraphError.noSuch(id);
        }
        return page(
                request,
                everyone()
                        .filter(user ->
                                FileGroup.around(id(user), groups.values()).contains(group)));
    }

    @GetMapping("/groups/{id}/members/{type:(?:microsoft\\.)?graph\\.user}")
    ObjectNode directMembers(HttpServletRequest request, @PathVariable String id) {
        var group = Optional.ofNullable(groups().get(new GroupId(id))).orElseThrow(() -> GraphError.noSuch(id));
        return page(request, everyone().filter(user -> group.has(id(user))));
    }

    private static ObjectNode groups(HttpServletRequest request, Collection<GroupId> groups) {
        return page(
                request,
                groups.stream()
                        .map(GroupId::value)
                        .sorted()
                        .map(group -> WireJson.object().put("id", group)));
    }

    private static ObjectNode page(HttpServletRequest request, Stream<ObjectNode> entries) {
        return ODataCollection.DIRECTORY.answer(request, entries.toList());
    }

    private Map<GroupId, FileGroup> groups() {
        return tenant.content().groups().orElse(Map.of());
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
        return everyone(tenant);
    }

    /** With nulls for what is not set, and a member nobody knows. Plans that were not read are not there. */
    static Stream<ObjectNode> everyone(SimulatedTenant tenant) {
        var state = tenant.state();
        return Stream.concat(state.all(TenantState.USERS).stream(), state.all(TenantState.ACCOUNTS).stream())
                .map(entry -> {
                    var user = WireJson.object();
                    for (var member : MEMBERS) {
                        if (entry.has(member) || !LISTS.contains(member)) {
                            user.set(member, entry.has(member) ? entry.get(member) : NullNode.getInstance());
                        }
                    }
                    var guest = WireJson.text(entry, "accountType").equalsIgnoreCase("guest");
                    return user.put("userType", guest ? "Guest" : "Member").put("memberWeDoNotKnow", "yet");
                });
    }

    @GetMapping("/organization")
    ObjectNode organisation(HttpServletRequest request) {
        var organisation = WireJson.object()
                .put("id", tenant.content().tenantId().orElse("00000000-0000-0000-0000-000000000000"))
                .put("displayName", tenant.content().displayName().orElse(""))
                .put("memberWeDoNotKnow", "yet");
        var domains = organisation.putArray("verifiedDomains");
        tenant.ports()
                .organisation()
                .domains()
                .forEach(name -> domains.addObject().put("name", name));
        return page(request, Stream.of(organisation));
    }

    @GetMapping("/subscribedSkus")
    ObjectNode licences(HttpServletRequest request) {
        var suffix = switch (tenant.content().cloud().orElse(Cloud.WORLDWIDE)) {
            case WORLDWIDE, CHINA -> "";
            case GCC -> "_GOV";
            case GCC_HIGH -> "_USGOV_GCCHIGH";
            case DOD -> "_USGOV_DOD";
        };
        var phone = PublishedData.PHONE_SYSTEM.getFirst();
        var account = PublishedData.RESOURCE_ACCOUNT.getFirst();
        return page(
                request,
                Stream.concat(
                        Stream.of(sku("SPE_E5" + suffix, "06ebc4ee-1bb5-47dd-8120-11324bc54e06", phone, 500, 400)),
                        tenant.content().freeResourceAccountLicences().stream()
                                .map(free -> sku(
                                        "PHONESYSTEM_VIRTUALUSER" + suffix,
                                        "440eaaa8-b3e0-484b-a8be-62870b9ba70a",
                                        account,
                                        free + 10,
                                        10))));
    }

    private ObjectNode sku(String name, String id, String plan, int bought, int used) {
        return WireJson.parse("""
            {"id": "%1$s_%2$s", "skuId": "%2$s", "skuPartNumber": "%3$s", "capabilityStatus": "Enabled",
             "consumedUnits": %4$d, "appliesTo": "User", "memberWeDoNotKnow": "yet",
             "prepaidUnits": {"enabled": %5$d, "suspended": 0, "warning": 0, "lockedOut": 0},
             "servicePlans": [{"servicePlanId": "%6$s", "servicePlanName": "%3$s", "provisioningStatus": "Success",
                "appliesTo": "User"}]}
            """.formatted(tenant.content().tenantId().orElse(""), id, name, used, bought, plan));
    }

    @PostMapping("/users/{id}/teamwork/installedApps")
    @ResponseStatus(HttpStatus.CREATED)
    void install(@PathVariable String id, @RequestBody ObjectNode body) {
        if (tenant.state().user(new UserId(id)).isEmpty()) {
            throw GraphError.noSuch(id);
        }
        var app = REFERENCE.matcher(WireJson.text(body, "teamsApp@odata.bind"));
        if (!app.matches()) {
            throw GraphError.invalid("Invalid bind property name teamsApp in request.");
        }
        if (!installed.add(List.of(id, app.group(1)))) {
            throw new GraphError(409, "Conflict", "App is already installed in the personal scope.");
        }
    }

    /** {@code "displayName:ada" OR "userPrincipalName:ada"}: the beginning of a word of the name, or of the value. */
    private record Clause(String member, String text) {
        private static final Pattern WRITTEN = Pattern.compile("\\s*\"([^:]+):(.*)\"\\s*", Pattern.DOTALL);

        static List<Clause> parsed(String search) {
            return Arrays.stream(search.split(" OR ", -1)).map(Clause::of).toList();
        }

        private static Clause of(String part) {
            var clause = WRITTEN.matcher(part);
            if (!clause.matches()) {
                throw GraphError.invalid("Syntax error: character '%s' is not valid in search".formatted(part));
            }
            var text = clause.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
            return new Clause(clause.group(1), text.strip().toLowerCase(Locale.ROOT));
        }

        boolean finds(ObjectNode user) {
            var value = WireJson.text(user, member).toLowerCase(Locale.ROOT);
            return value.startsWith(text) || (member.equals("displayName") && value.contains(" " + text));
        }
    }
}
