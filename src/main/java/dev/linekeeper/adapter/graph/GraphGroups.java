package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.UserCollectionResponse;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in which group; needs GroupMember.Read.All. */
final class GraphGroups {
    private static final String[] ID = {"id"};
    private static final int PAGE = 999;

    private final Graph graph;

    GraphGroups(Graph graph) {
        this.graph = graph;
    }

    /** Members of the group and of the groups in it; an unknown group has none. */
    Set<UserId> members(GroupId group) {
        Set<UserId> members = new HashSet<>();
        try {
            graph.<UserCollectionResponse>pages(
                    client -> client.groups()
                            .byGroupId(group.value())
                            .transitiveMembers()
                            .graphUser()
                            .get(request -> {
                                Graph.stamp(request);
                                request.queryParameters.select = ID;
                                request.queryParameters.top = PAGE;
                            }),
                    (client, link) -> client.groups()
                            .byGroupId(group.value())
                            .transitiveMembers()
                            .graphUser()
                            .withUrl(link)
                            .get(Graph::stamp),
                    UserCollectionResponse::getOdataNextLink,
                    page -> Graph.present(page.getValue())
                            .forEach(user -> members.add(new UserId(Graph.present(user.getId())))));
        } catch (BackendFailure failure) {
            if (failure.kind() != BackendFailure.Kind.NOT_FOUND) {
                throw failure;
            }
        }
        return members;
    }

    /** The groups somebody is in, directly or through groups in groups. */
    Set<GroupId> aroundOf(String idOrName) {
        Set<GroupId> groups = new HashSet<>();
        graph.<GroupCollectionResponse>pages(
                client -> client.users()
                        .byUserId(idOrName)
                        .transitiveMemberOf()
                        .graphGroup()
                        .get(request -> {
                            Graph.stamp(request);
                            request.queryParameters.select = ID;
                            request.queryParameters.top = PAGE;
                        }),
                (client, link) -> client.users()
                        .byUserId(idOrName)
                        .transitiveMemberOf()
                        .graphGroup()
                        .withUrl(link)
                        .get(Graph::stamp),
                GroupCollectionResponse::getOdataNextLink,
                page -> take(page.getValue(), groups));
        return Set.copyOf(groups);
    }

    /** The groups somebody is a direct member of. */
    Set<GroupId> directly(String idOrName) {
        Set<GroupId> groups = new HashSet<>();
        graph.<GroupCollectionResponse>pages(
                client -> client.users()
                        .byUserId(idOrName)
                        .memberOf()
                        .graphGroup()
                        .get(request -> {
                            Graph.stamp(request);
                            request.queryParameters.select = ID;
                            request.queryParameters.top = PAGE;
                        }),
                (client, link) -> client.users()
                        .byUserId(idOrName)
                        .memberOf()
                        .graphGroup()
                        .withUrl(link)
                        .get(Graph::stamp),
                GroupCollectionResponse::getOdataNextLink,
                page -> take(page.getValue(), groups));
        return Set.copyOf(groups);
    }

    private static void take(@Nullable List<Group> page, Set<GroupId> groups) {
        Graph.present(page).forEach(group -> groups.add(new GroupId(Graph.present(group.getId()))));
    }
}
