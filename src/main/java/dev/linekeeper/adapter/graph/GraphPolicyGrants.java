package dev.linekeeper.adapter.graph;

import com.microsoft.graph.admin.teams.policy.microsoftgraphteamsadministrationgetpolicyidwithtypewithname.GetPolicyIdWithTypeWithNameGetResponse;
import com.microsoft.graph.admin.teams.policy.userassignments.microsoftgraphteamsadministrationassign.AssignPostRequestBody;
import com.microsoft.graph.admin.teams.policy.userassignments.microsoftgraphteamsadministrationunassign.UnassignPostRequestBody;
import com.microsoft.graph.models.teamsadministration.PolicyIdentifierDetail;
import com.microsoft.graph.models.teamsadministration.TeamsPolicyUserAssignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.Ticket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Grants to people through Graph's
 * <a href="https://learn.microsoft.com/graph/api/resources/teamsadministration-teamspolicyassignment">teamsPolicyAssignment</a>;
 * needs TeamsPolicyUserAssign.ReadWrite.All. Which policy types Graph takes is documented nowhere: a refusal is a failure
 * of kind UNSUPPORTED or INVALID, and the caller turns to Teams PowerShell.
 */
final class GraphPolicyGrants implements PolicyGrants {
    private record Named(PolicyKind kind, PolicyName name) {}

    private final Graph graph;
    private final Map<Named, String> ids = new ConcurrentHashMap<>();

    GraphPolicyGrants(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    @Override
    public Ticket grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        var assignment = assignment(person, kind);
        assignment.setPolicyId(ids.computeIfAbsent(new Named(kind, policy), this::resolve));
        var body = new AssignPostRequestBody();
        body.setValue(List.of(assignment));
        graph.<Boolean>call(client -> {
            client.admin()
                    .teams()
                    .policy()
                    .userAssignments()
                    .microsoftGraphTeamsAdministrationAssign()
                    .post(body, Graph::stamp);
            return true;
        });
        return new Ticket.Accepted();
    }

    @Override
    public Ticket revoke(UserId person, PolicyKind kind, ChangeKey key) {
        var body = new UnassignPostRequestBody();
        body.setValue(List.of(assignment(person, kind)));
        graph.<Boolean>call(client -> {
            client.admin()
                    .teams()
                    .policy()
                    .userAssignments()
                    .microsoftGraphTeamsAdministrationUnassign()
                    .post(body, Graph::stamp);
            return true;
        });
        return new Ticket.Accepted();
    }

    private String resolve(Named policy) {
        // The SDK percent-encodes names but leaves the quotes of OData's function arguments alone.
        String name = policy.name().value().replace("'", "''");
        GetPolicyIdWithTypeWithNameGetResponse found =
                Graph.present(graph.<@Nullable GetPolicyIdWithTypeWithNameGetResponse>call(client -> client.admin()
                        .teams()
                        .policy()
                        .microsoftGraphTeamsAdministrationGetPolicyIdWithTypeWithName(name, policy.kind().type())
                        .get(Graph::stamp)));
        List<PolicyIdentifierDetail> details = found.getValue() == null ? List.of() : found.getValue();
        return details.stream()
                .filter(detail -> detail.getName() != null && new PolicyName(detail.getName()).equals(policy.name()))
                .map(PolicyIdentifierDetail::getPolicyId)
                .filter(id -> id != null && !id.isBlank())
                .findFirst()
                .orElseThrow(() -> new BackendFailure(
                        BackendFailure.Kind.NOT_FOUND,
                        "There is no %s named %s".formatted(policy.kind().type(), policy.name())));
    }

    private static TeamsPolicyUserAssignment assignment(UserId person, PolicyKind kind) {
        var assignment = new TeamsPolicyUserAssignment();
        assignment.setUserId(person.value());
        assignment.setPolicyType(kind.type());
        return assignment;
    }
}
