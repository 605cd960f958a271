package dev.linekeeper.service.fixes;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.service.policies.PolicyScriptKind;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.ScriptKind;
import dev.linekeeper.simulator.state.BehindOurBack;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;

/** Fixes whose undo takes something away, and leaves as a script; the golden file is named after it. */
public enum UndoneScriptKind {
    TAKE_ACCOUNT_NUMBER(FixScriptKind.SET_ACCOUNT_NUMBER, ""),
    REMOVE_EMERGENCY_ROUTING(FixScriptKind.SET_EMERGENCY_ROUTING, "Emergency-DE"),
    REMOVE_EMPTY_ROUTING(FixScriptKind.SET_EMPTY_ROUTING, "NoPSTN");

    private final FixScriptKind undone;
    private final String policy;

    /** @param policy nobody has it, so that it can be removed */
    UndoneScriptKind(FixScriptKind undone, String policy) {
        this.undone = undone;
        this.policy = policy;
    }

    /** The tenant in which the fix was made. */
    public SimulatedTenant tenant() {
        var tenant = broken();
        try (var house = PolicyScriptKind.house(tenant)) {
            made(house, tenant);
        }
        return tenant;
    }

    private SimulatedTenant broken() {
        var tenant = undone.tenant();
        BehindOurBack.edit(
                tenant,
                file -> Stream.of("users", "resourceAccounts")
                        .flatMap(holders -> file.path(holders).valueStream())
                        .map(holder -> holder.path("policyGrants"))
                        .filter(ArrayNode.class::isInstance)
                        .forEach(grants -> ((ArrayNode) grants)
                                .removeIf(grant ->
                                        grant.path("policyName").asString("").equals(policy))));
        return tenant;
    }

    private RequestId made(House house, SimulatedTenant tenant) {
        var id = PolicyScriptKind.approved(house, new Intent.PutRight(undone.fix(tenant)))
                .id();
        house.applied(id);
        return id;
    }

    /** The script as production code makes it. */
    public PlanScript script() {
        var tenant = broken();
        try (var house = PolicyScriptKind.house(tenant)) {
            var undo = new Intent.UndoOf(made(house, tenant));
            return ScriptKind.exported(house, PolicyScriptKind.approved(house, undo));
        }
    }

    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".ps1";
    }
}
