package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.UserCollectionResponse;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.HashSet;
import java.util.Set;

/** Who is in which group; needs GroupMember.Read.All. */
final class GraphGroups {
    private static final int PAGE = 999;

    private final Graph graph;

    GraphGroups(Graph graph) {
        this.graph = graph;
    }

    /** Members of the group and of the groups in it; an unknown group has none. */
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
                            "id"),
                    UserCollectionResponse::createFromDiscriminatorValue,
                    page -> Graph.present(page.getValue())
                            .forEach(user -> members.add(new UserId(Graph.present(user.getId())))));
        } catch (BackendFailure failure) {
            if (failure.kind() != BackendFailure.FailureKind.NOT_FOUND) {
                throw failure;
            }
        }
        return members;
    }

    /** The groups somebody is in, directly or through groups in groups. */
    Set<GroupId> aroundOf(String idOrName) {
        return groups(client -> client.users()
                .byUserId(idOrName)
                .transitiveMemberOf()
                .graphGroup()
                .toGetRequestInformation());
    }

    /** The groups somebody is a direct member of. */
    Set<GroupId> directly(String idOrName) {
        return groups(client ->
                client.users().byUserId(idOrName).memberOf().graphGroup().toGetRequestInformation());
    }

    private Set<GroupId> groups(Graph.GraphRead read) {
        Set<GroupId> groups = new HashSet<>();
        graph.pages(
                client -> Graph.top(PAGE, read.apply(client), "id"),
                GroupCollectionResponse::createFromDiscriminatorValue,
                page -> Graph.present(page.getValue()).stream()
                        .map(Group::getId)
                        .forEach(id -> groups.add(new GroupId(Graph.present(id)))));
        return Set.copyOf(groups);
    }
}
