package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Reads group memberships; needs GroupMember.Read.All. */
final class GraphGroups {
    private static final int PAGE = 999;

    /** What tells the organisation's own people from guests and closed accounts. */
    private static final String[] STANDING = {"id", "userType", "accountEnabled"};

    private final Graph graph;

    GraphGroups(Graph graph) {
        this.graph = graph;
    }

    /** Own people in the group and in groups nested in it; empty for an unknown group. */
    Set<UserId> members(GroupId group) {
        Set<UserId> members = new HashSet<>();
        try {
            graph.pages(
                    client -> Graph.top(
                            PAGE,
                            client.groups()
                                    .byGroupId(group.value())
                                    .transitiveMembers()
                                    .graphUser()
                                    .toGetRequestInformation(),
                            STANDING),
                    UserCollectionResponse::createFromDiscriminatorValue,
                    page -> Graph.identified(page.getValue(), User::getId).stream()
                            .filter(GraphGroups::isOwn)
                            .forEach(user -> members.add(new UserId(Graph.present(user.getId())))));
        } catch (BackendFailure failure) {
            if (failure.kind() != FailureKind.NOT_FOUND) {
                throw failure;
            }
        }
        return members;
    }

    /** Everybody directly in the group; empty where they take more pages. */
    Optional<Set<UserId>> directMembers(GroupId group, int pages) {
        Set<UserId> members = new HashSet<>();
        var left = new int[] {pages};
        new GraphPages(graph)
                .read(
                        client -> Graph.top(
                                PAGE,
                                client.groups()
                                        .byGroupId(group.value())
                                        .members()
                                        .graphUser()
                                        .toGetRequestInformation(),
                                "id"),
                        UserCollectionResponse::createFromDiscriminatorValue,
                        page -> {
                            Graph.present(page.getValue())
                                    .forEach(user -> members.add(new UserId(Graph.present(user.getId()))));
                            return page.getOdataNextLink() == null || --left[0] > 0;
                        });
        return left[0] > 0 ? Optional.of(members) : Optional.empty();
    }

    /** Whether the id is that of one of the organisation's own people. */
    boolean isOwnPerson(UserId person) {
        return graph.find(
                        client -> Graph.select(
                                client.users().byUserId(person.value()).toGetRequestInformation(), STANDING),
                        User::createFromDiscriminatorValue)
                .filter(user -> person.equals(new UserId(Graph.present(user.getId()))))
                .filter(GraphGroups::isOwn)
                .isPresent();
    }

    /** Resource accounts are disabled, so there is no need to ask for their licence. */
    private static boolean isOwn(User user) {
        Boolean enabled = user.getAccountEnabled();
        if (enabled == null) {
            throw new BackendFailure(
                    FailureKind.DENIED,
                    "Microsoft Graph did not say whether the account %s is enabled".formatted(user.getId()));
        }
        return enabled && !"Guest".equalsIgnoreCase(user.getUserType());
    }

    /** The groups a person is in, directly or through nested groups. */
    Set<GroupId> transitive(String idOrName) {
        return groups(client -> client.users()
                .byUserId(idOrName)
                .transitiveMemberOf()
                .graphGroup()
                .toGetRequestInformation());
    }

    /** The groups a person is a direct member of; none for an unknown person. */
    Set<GroupId> direct(String idOrName) {
        try {
            return groups(client ->
                    client.users().byUserId(idOrName).memberOf().graphGroup().toGetRequestInformation());
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.NOT_FOUND) {
                return Set.of();
            }
            throw failure;
        }
    }

    /** The groups of that display name. */
    Set<GroupId> named(String name) {
        return groups(client -> {
            var read = client.groups().toGetRequestInformation();
            read.addQueryParameter("%24filter", "displayName eq '%s'".formatted(name.replace("'", "''")));
            return read;
        });
    }

    /** What the group is called; empty for an unknown group. */
    Optional<String> name(GroupId group) {
        GroupCollectionResponse found = graph.get(
                client -> {
                    var read = Graph.select(client.groups().toGetRequestInformation(), "id", "displayName");
                    read.addQueryParameter("%24filter", GraphNames.isOneOf("id", List.of(group.value())));
                    return read;
                },
                GroupCollectionResponse::createFromDiscriminatorValue);
        return Graph.present(found.getValue()).stream()
                .flatMap(one -> Stream.ofNullable(one.getDisplayName()))
                .findFirst();
    }

    /** Those of the ids that are groups'. */
    Set<GroupId> among(Set<GroupId> ids) {
        return ids.stream()
                .map(GroupId::value)
                .gather(Gatherers.windowFixed(GraphNames.AT_ONCE))
                .flatMap(some -> groups(client -> {
                            var read = client.groups().toGetRequestInformation();
                            read.addQueryParameter("%24filter", GraphNames.isOneOf("id", some));
                            return read;
                        })
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<GroupId> groups(Graph.GraphRead read) {
        Set<GroupId> groups = new HashSet<>();
        graph.pages(
                client -> Graph.top(PAGE, read.apply(client), "id"),
                GroupCollectionResponse::createFromDiscriminatorValue,
                page -> Graph.present(page.getValue()).forEach(group -> groups.add(identified(group))));
        return Set.copyOf(groups);
    }

    /** A group without an id may be any, so nobody knows whether the person is in the others. */
    private static GroupId identified(Group group) {
        String id = group.getId();
        if (id == null || id.isBlank()) {
            throw new BackendFailure(FailureKind.PROTOCOL, "Microsoft Graph lists a group without its id");
        }
        return new GroupId(id);
    }
}
