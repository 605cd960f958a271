package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for resource accounts, their associations, and auto attendants. */
record ApplicationCmdlets(SimulatedTenant model) {
    private static final int MOST_A_PAGE = 100;

    void serve(CmdletTable cmdlets) {
        cmdlets.on("Get-CsOnlineApplicationInstance", Set.of(), _ -> instances())
                .on("Get-CsOnlineApplicationInstanceAssociation", Set.of("Identity"), this::association)
                .on("Get-CsAutoAttendant", Set.of("First", "Skip"), this::attendants);
    }

    private List<ObjectNode> instances() {
        return model.ports().voiceApplications().resourceAccounts().stream()
                .map(this::instance)
                .toList();
    }

    private ObjectNode instance(ResourceAccount account) {
        var printed = WireJson.object()
                .put("ObjectId", account.id().value())
                .put("TenantId", model.content().tenantId().orElse(null))
                .put("UserPrincipalName", account.userPrincipalName())
                .put("DisplayName", account.displayName());
        account.application()
                .known()
                .ifPresent(application -> printed.put("ApplicationId", applicationId(application)));
        account.number()
                .known()
                .ifPresent(number -> printed.put(
                        "PhoneNumber", number.map(held -> "tel:" + held).orElse(null)));
        return printed;
    }

    private static String applicationId(Application application) {
        return switch (application) {
            case AUTO_ATTENDANT, CALL_QUEUE -> application.id();
            case THIRD_PARTY -> "0a0a0a0a-0000-4000-8000-00000000000a";
        };
    }

    private List<ObjectNode> association(ObjectNode parameters) {
        var id = new UserId(CmdletTable.required(parameters, "Identity"));
        var associations = model.ports().voiceApplications().resourceAccounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CmdletError.noSuch(id.value()))
                .associations()
                .known()
                .orElseThrow(() -> CmdletError.of("InternalServerError", "The associations are not known."));
        if (associations.isEmpty()) {
            throw CmdletError.undeclared("NotFound", 404);
        }
        return associations.stream()
                .map(association -> WireJson.object()
                        .put("Id", id.value())
                        .put("ConfigurationType", WireJson.pascal(association.type()))
                        .put("ConfigurationId", association.configurationId()))
                .toList();
    }

    private List<ObjectNode> attendants(ObjectNode parameters) {
        var first = parameters.path("First").asInt(MOST_A_PAGE);
        if (first > MOST_A_PAGE) {
            throw CmdletError.of("BadRequest", "First may not be greater than %d.".formatted(MOST_A_PAGE));
        }
        return model.ports().voiceApplications().autoAttendants().stream()
                .skip(parameters.path("Skip").asInt(0))
                .limit(first)
                .map(ApplicationCmdlets::attendant)
                .toList();
    }

    private static ObjectNode attendant(AutoAttendant attendant) {
        var printed = WireJson.object()
                .put("Identity", attendant.id())
                .put("Id", attendant.id())
                .put("Name", attendant.name());
        Fact.present(attendant.operator())
                .ifPresentOrElse(
                        id -> printed.putObject("Operator").put("Id", id).put("Type", "User"),
                        () -> printed.putNull("Operator"));
        attendant
                .directorySearch()
                .known()
                .ifPresentOrElse(
                        search -> printed.putObject("DefaultCallFlow")
                                .putObject("Menu")
                                .put("DirectorySearchMethod", WireJson.pascal(search)),
                        () -> printed.putNull("DefaultCallFlow"));
        var scope = printed.putObject("DirectoryLookupScope");
        groups(scope, "InclusionScope", attendant.included().known().orElse(Set.of()));
        groups(scope, "ExclusionScope", attendant.excluded().known().orElse(Set.of()));
        PolicyObjects.fill(
                printed.putArray("ApplicationInstances"),
                attendant.accounts().stream().map(UserId::value).toList());
        return printed;
    }

    private static void groups(ObjectNode scope, String half, Set<GroupId> groups) {
        if (groups.isEmpty()) {
            scope.putNull(half);
            return;
        }
        var listed = scope.putObject(half)
                .put("Type", "Group")
                .putObject("GroupScope")
                .putArray("GroupIds");
        PolicyObjects.fill(listed, groups.stream().map(GroupId::value).sorted().toList());
    }
}
