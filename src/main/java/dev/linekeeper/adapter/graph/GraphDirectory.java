package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.AssignedPlan;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * People and groups from <a href="https://learn.microsoft.com/graph/api/resources/user">Graph's users</a>; needs
 * User.Read.All and GroupMember.Read.All. Graph's search matches beginnings of words only. Lists leave out guests and
 * resource accounts; a look-up by id or name finds them, so that rule USR-01 can say what they are.
 */
final class GraphDirectory implements Directory {
    private static final String[] FIELDS = {
        "id",
        "userPrincipalName",
        "displayName",
        "department",
        "accountEnabled",
        "usageLocation",
        "assignedPlans",
        "userType"
    };
    private static final int PAGE = 999;

    private final Graph graph;
    private final GraphGroups groups;
    private final GraphFacts facts;

    GraphDirectory(Graph graph, Clock clock) {
        this.graph = graph.on(RateLimitedApi.DIRECTORY);
        this.groups = new GraphGroups(this.graph);
        this.facts = new GraphFacts(clock);
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    @Override
    public List<DirectoryEntry> search(String text, int limit) {
        String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
        UserCollectionResponse found = graph.get(
                client -> {
                    var read =
                            Graph.top(Math.min(PAGE, limit * 2), client.users().toGetRequestInformation(), FIELDS);
                    read.headers.add("ConsistencyLevel", "eventual");
                    read.addQueryParameter(
                            "%24search", "\"displayName:%s\" OR \"userPrincipalName:%s\"".formatted(quoted, quoted));
                    return read;
                },
                UserCollectionResponse::createFromDiscriminatorValue);
        return people(found.getValue()).stream().limit(limit).toList();
    }

    @Override
    public Optional<DirectoryEntry> find(UserId person) {
        // Graph takes a principal name for an id too; whoever answers to that is not who was asked for.
        return user(person.value()).filter(entry -> entry.id().equals(person));
    }

    @Override
    public Map<UserId, DirectoryEntry> findMany(Set<UserId> people) {
        return names().answering(people);
    }

    @Override
    public Optional<DirectoryEntry> findByPrincipalName(String userPrincipalName) {
        return user(userPrincipalName);
    }

    @Override
    public Map<String, Set<DirectoryEntry>> findNamed(Set<String> names) {
        return names().find(names);
    }

    @Override
    public Set<GroupId> groupsAmong(Set<GroupId> ids) {
        return groups.among(ids);
    }

    @Override
    public Optional<String> groupName(GroupId group) {
        return groups.name(group);
    }

    @Override
    public boolean hasDepartment(String name) {
        UserCollectionResponse found = graph.get(
                peopleOf(1, PersonAttribute.DEPARTMENT, name), UserCollectionResponse::createFromDiscriminatorValue);
        return found.getValue() != null && !found.getValue().isEmpty();
    }

    @Override
    public List<DirectoryEntry> peopleOf(PersonAttribute attribute, String value) {
        var found = new ArrayList<DirectoryEntry>();
        graph.pages(
                peopleOf(PAGE, attribute, value),
                UserCollectionResponse::createFromDiscriminatorValue,
                page -> found.addAll(people(page.getValue())));
        return found;
    }

    private static Graph.GraphRead peopleOf(int top, PersonAttribute attribute, String value) {
        String member = switch (attribute) {
            case DEPARTMENT -> "department";
            case OFFICE -> "officeLocation";
            case CITY -> "city";
        };
        return filtered(top, "%s eq '%s'".formatted(member, value.replace("'", "''")));
    }

    private static Graph.GraphRead filtered(int top, String filter) {
        return client -> {
            var read = Graph.top(top, client.users().toGetRequestInformation(), FIELDS);
            read.addQueryParameter("%24filter", filter);
            return read;
        };
    }

    @Override
    public Set<GroupId> groupsNamed(String name) {
        return groups.named(name);
    }

    @Override
    public void forEach(Consumer<DirectoryEntry> person) {
        graph.pages(
                client -> Graph.top(PAGE, client.users().toGetRequestInformation(), FIELDS),
                UserCollectionResponse::createFromDiscriminatorValue,
                page -> people(page.getValue()).forEach(person));
    }

    @Override
    public boolean isMember(UserId person) {
        return groups.isOwnPerson(person);
    }

    @Override
    public Set<UserId> members(GroupId group) {
        return groups.members(group);
    }

    @Override
    public Optional<Set<UserId>> directMembers(GroupId group, int calls) {
        return groups.directMembers(group, calls);
    }

    private GraphNames names() {
        return new GraphNames(graph, this::entry, FIELDS);
    }

    private Optional<DirectoryEntry> user(String idOrName) {
        return graph.find(
                        client -> Graph.select(client.users().byUserId(idOrName).toGetRequestInformation(), FIELDS),
                        User::createFromDiscriminatorValue)
                .map(this::entry);
    }

    @Override
    public Optional<Fact<Set<GroupId>>> allGroupsOf(UserId person) {
        try {
            return Optional.of(facts.known(groups.transitive(person.value())));
        } catch (BackendFailure failure) {
            return Optional.of(
                    Fact.missing("Microsoft Graph did not say which groups the person is in: " + failure.getMessage()));
        }
    }

    @Override
    public Set<GroupId> groupsOf(UserId person) {
        return groups.direct(person.value());
    }

    private List<DirectoryEntry> people(@Nullable List<User> users) {
        return Graph.identified(users, User::getId).stream()
                .filter(GraphDirectory::isPerson)
                .map(this::entry)
                .toList();
    }

    /** Resource accounts are disabled users with the resource account licence of their cloud. */
    private static boolean isPerson(User user) {
        boolean guest = "Guest".equalsIgnoreCase(user.getUserType());
        boolean account = Boolean.FALSE.equals(user.getAccountEnabled())
                && Graph.listed(user.getAssignedPlans()).stream()
                        .anyMatch(plan ->
                                PublishedData.RESOURCE_ACCOUNT.contains(String.valueOf(plan.getServicePlanId())));
        return !guest && !account;
    }

    private DirectoryEntry entry(User user) {
        String id = Graph.present(user.getId());
        String name = user.getUserPrincipalName() == null ? id : user.getUserPrincipalName();
        return new DirectoryEntry(
                new UserId(id),
                name,
                user.getDisplayName() == null ? name : user.getDisplayName(),
                Optional.ofNullable(user.getDepartment()),
                facts.told(user.getAccountEnabled(), "whether the account is enabled"),
                facts.country(user.getUsageLocation()),
                facts.told(user.getAssignedPlans(), "the licences").map(GraphDirectory::plans));
    }

    private static List<ServicePlan> plans(List<AssignedPlan> plans) {
        return plans.stream()
                .map(plan -> {
                    var status = MicrosoftSpelling.constantOr(
                            ServicePlan.ServicePlanStatus.UNKNOWN, String.valueOf(plan.getCapabilityStatus()));
                    var id = plan.getServicePlanId();
                    return id == null ? ServicePlan.unreadable(status) : new ServicePlan(id.toString(), status);
                })
                .toList();
    }
}
