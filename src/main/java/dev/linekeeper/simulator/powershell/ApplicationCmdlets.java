package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for resource accounts, their associations, and auto attendants. */
record ApplicationCmdlets(SimulatedTenant tenant) {
    private static final int MOST_A_PAGE = 100;

    void serve(CmdletTable cmdlets) {
        cmdlets.on("Get-CsOnlineApplicationInstance", Set.of(), _ -> instances())
                .on("Get-CsOnlineApplicationInstanceAssociation", Set.of("Identity"), this::association)
                .on("Get-CsAutoAttendant", Set.of("First", "Skip"), this::attendants);
    }

    private List<ObjectNode> instances() {
        return tenant.state().listed("resourceAccounts").stream()
                .map(this::instance)
                .toList();
    }

    private ObjectNode instance(ObjectNode account) {
        var printed = WireJson.object()
                .put("ObjectId", WireJson.text(account, "id"))
                .put("TenantId", tenant.content().tenantId().orElse(null));
        for (var member : List.of("userPrincipalName", "displayName", "applicationId")) {
            printed.put(WireJson.pascal(member), account.hasNonNull(member) ? WireJson.text(account, member) : null);
        }
        if (account.has("telephoneNumber")) {
            printed.put("PhoneNumber", UserObjects.address(account.get("telephoneNumber")));
        }
        return printed;
    }

    private List<ObjectNode> association(ObjectNode parameters) {
        var id = new UserId(CmdletTable.required(parameters, "Identity"));
        var account = tenant.state().account(id).orElseThrow(() -> CmdletError.noSuch(id.value()));
        if (!account.path("associations").isArray()) {
            throw CmdletError.of("InternalServerError", "The associations are not known.");
        }
        var associations = WireJson.objects(account.get("associations"));
        if (associations.isEmpty()) {
            throw CmdletError.undeclared("NotFound", 404);
        }
        return associations.stream()
                .map(association -> CmdletTable.pascal(association).put("Id", id.value()))
                .toList();
    }

    private List<ObjectNode> attendants(ObjectNode parameters) {
        var first = parameters.path("First").asInt(MOST_A_PAGE);
        if (first > MOST_A_PAGE) {
            throw CmdletError.of("BadRequest", "First may not be greater than %d.".formatted(MOST_A_PAGE));
        }
        return tenant.state().listed("autoAttendants").stream()
                .skip(parameters.path("Skip").asInt(0))
                .limit(first)
                .map(ApplicationCmdlets::attendant)
                .toList();
    }

    private static ObjectNode attendant(ObjectNode attendant) {
        var printed = CmdletTable.pascal(attendant).put("Identity", WireJson.text(attendant, "id"));
        if (!printed.has("Operator")) {
            printed.putNull("Operator");
        }
        var menu = printed.withObjectProperty("DefaultCallFlow").withObjectProperty("Menu");
        if (!menu.has("DirectorySearchMethod")) {
            menu.put("DirectorySearchMethod", "None");
        }
        printed.withArrayProperty("ApplicationInstances");
        var scope = printed.putObject("DirectoryLookupScope");
        half(scope, "InclusionScope", attendant.path("directoryLookupScope").path("inclusion"));
        half(scope, "ExclusionScope", attendant.path("directoryLookupScope").path("exclusion"));
        return printed;
    }

    /** Null for everybody and nobody. */
    private static void half(ObjectNode scope, String name, JsonNode written) {
        var groups = written.isObject() ? written.path("groupIds") : written;
        if (groups.isEmpty()) {
            scope.putNull(name);
        } else {
            scope.putObject(name).put("Type", "Group").putObject("GroupScope").set("GroupIds", groups);
        }
    }
}
