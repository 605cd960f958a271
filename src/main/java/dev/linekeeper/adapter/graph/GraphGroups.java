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
import java.util.Set;

/** Reads group memberships; needs GroupMember.Read.All. */
final class GraphGroups {
    private static final int PAGE = 999;

    private final Graph graph;

    GraphGroups(Graph graph) {
        this.graph = graph;
    }

    /** Members of the group and of groups nested in it; empty for an unknown group. */
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
                    page -> Graph.identified(page.getValue(), User::getId)
                            .forEach(user -> members.add(new UserId(Graph.present(user.getId())))));
        } catch (BackendFailure failure) {
            if (failure.kind() != FailureKind.NOT_FOUND) {
                throw failure;
            }
        }
        return members;
    }

    /** The groups a person is in, directly or through nested groups. */
    Set<GroupId> transitive(String idOrName) {
        return groups(client -> client.users()
                .byUserId(idOrName)
                .transitiveMemberOf()
                .graphGroup()
                .toGetRequestInformation());
    }

    /** The groups a person is a direct member of. */
    Set<GroupId> direct(String idOrName) {
        return groups(client ->
                client.users().byUserId(idOrName).memberOf().graphGroup().toGetRequestInformation());
    }

    private Set<GroupId> groups(Graph.GraphRead read) {
        Set<GroupId> groups = new HashSet<>();
        graph.pages(
                client -> Graph.top(PAGE, read.apply(client), "id"),
                GroupCollectionResponse::createFromDiscriminatorValue,
                page -> Graph.identified(page.getValue(), Group::getId)
                        .forEach(group -> groups.add(new GroupId(Graph.present(group.getId())))));
        return Set.copyOf(groups);
    }
}
