package dev.linekeeper.adapter.graph;

import com.microsoft.graph.admin.teams.policy.microsoftgraphteamsadministrationgetpolicyidwithtypewithname.GetPolicyIdWithTypeWithNameGetResponse;
import com.microsoft.graph.admin.teams.policy.userassignments.microsoftgraphteamsadministrationassign.AssignPostRequestBody;
import com.microsoft.graph.admin.teams.policy.userassignments.microsoftgraphteamsadministrationunassign.UnassignPostRequestBody;
import com.microsoft.graph.models.teamsadministration.PolicyIdentifierDetail;
import com.microsoft.graph.models.teamsadministration.TeamsPolicyUserAssignment;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyTypeProbe;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Grants policies to people through Graph's
 * <a href="https://learn.microsoft.com/graph/api/resources/teamsadministration-teamspolicyassignment">teamsPolicyAssignment</a>;
 * needs TeamsPolicyUserAssign.ReadWrite.All. It is not documented which policy types Graph accepts: when it refuses to
 * look a type up, the failure is of kind UNSUPPORTED and the caller turns to Teams PowerShell.
 */
final class GraphPolicyGrants implements PolicyGrants, PolicyTypeProbe {
    /** Entries of one call. The pages do not say how many it takes. */
    private static final int MOST = 20;

    private record NamedPolicy(PolicyKind kind, PolicyName name) {}

    private final Graph graph;
    private final Map<NamedPolicy, String> ids = new ConcurrentHashMap<>();

    GraphPolicyGrants(Graph graph) {
        this.graph = graph.on(RateLimitedApi.TEAMS_ADMIN);
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    /** An unknown name is no failure: Graph may not find the Global policy of a type that it supports. */
    @Override
    public void probe(PolicyKind kind, PolicyName known) {
        lookUp(new NamedPolicy(kind, known));
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        return writeTogether(Map.of(key, new Change.GrantPolicy(person, kind, policy)));
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        return writeTogether(Map.of(key, new Change.RevokePolicy(person, kind)));
    }

    @Override
    public int atOnce(PolicyKind kind) {
        return MOST;
    }

    @Override
    public WriteReceipt writeTogether(Map<ChangeKey, Change.PolicyChange> changes) {
        Set<NamedPolicy> granted = new HashSet<>();
        List<TeamsPolicyUserAssignment> entries = new ArrayList<>();
        for (Change.PolicyChange change : changes.values()) {
            var entry = assignment(change.person(), change.kind());
            change.granted()
                    .map(policy -> new NamedPolicy(change.kind(), policy))
                    .ifPresent(named -> {
                        granted.add(named);
                        entry.setPolicyId(id(named));
                    });
            entries.add(entry);
        }
        if (granted.isEmpty()) {
            unassign(entries);
            return new WriteReceipt.AcceptedWrite();
        }
        try {
            assign(entries);
        } catch (BackendFailure failure) {
            if (!failure.worthRetrying()) {
                // A policy may have been recreated with the same name.
                ids.keySet().removeAll(granted);
            }
            throw failure;
        }
        return new WriteReceipt.AcceptedWrite();
    }

    private void assign(List<TeamsPolicyUserAssignment> entries) {
        var body = new AssignPostRequestBody();
        body.setValue(entries);
        graph.change(client -> client.admin()
                .teams()
                .policy()
                .userAssignments()
                .microsoftGraphTeamsAdministrationAssign()
                .post(body, Graph::stamp));
    }

    private void unassign(List<TeamsPolicyUserAssignment> entries) {
        var body = new UnassignPostRequestBody();
        body.setValue(entries);
        graph.change(client -> client.admin()
                .teams()
                .policy()
                .userAssignments()
                .microsoftGraphTeamsAdministrationUnassign()
                .post(body, Graph::stamp));
    }

    private String id(NamedPolicy policy) {
        String known = ids.get(policy);
        String id = known == null ? resolve(policy) : known;
        ids.put(policy, id);
        return id;
    }

    private String resolve(NamedPolicy policy) {
        return lookUp(policy).stream()
                .filter(detail -> detail.getName() != null && new PolicyName(detail.getName()).equals(policy.name()))
                .map(PolicyIdentifierDetail::getPolicyId)
                .filter(id -> id != null && !id.isBlank())
                .findFirst()
                .orElseThrow(() -> new BackendFailure(
                        FailureKind.INVALID,
                        "There is no %s named %s".formatted(policy.kind().type(), policy.name())));
    }

    /**
     * The policies with that name.
     *
     * @throws BackendFailure of kind UNSUPPORTED for a policy type that Graph does not assign
     */
    private List<PolicyIdentifierDetail> lookUp(NamedPolicy policy) {
        // The SDK percent-encodes names but leaves the quotes of OData's function arguments alone.
        String name = policy.name().value().replace("'", "''");
        try {
            GetPolicyIdWithTypeWithNameGetResponse found = graph.get(
                    client -> client.admin()
                            .teams()
                            .policy()
                            .microsoftGraphTeamsAdministrationGetPolicyIdWithTypeWithName(
                                    name, policy.kind().type())
                            .toGetRequestInformation(),
                    GetPolicyIdWithTypeWithNameGetResponse::createFromDiscriminatorValue);
            return Graph.present(found.getValue());
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.NOT_FOUND) {
                return List.of();
            }
            if (failure.kind() == FailureKind.INVALID) {
                throw new BackendFailure(
                        FailureKind.UNSUPPORTED,
                        failure.code(),
                        "Microsoft Graph does not assign %s: %s"
                                .formatted(policy.kind().type(), failure.getMessage()),
                        failure.requestId(),
                        failure.retryAfter());
            }
            throw failure;
        }
    }

    private static TeamsPolicyUserAssignment assignment(UserId person, PolicyKind kind) {
        var assignment = new TeamsPolicyUserAssignment();
        assignment.setUserId(person.value());
        assignment.setPolicyType(kind.type());
        return assignment;
    }
}
