package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.simulator.state.EmergencyRoutingEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets that make and remove emergency call routing policies; their numbers are objects of a cmdlet of their own. */
record EmergencyRoutingCmdlets(SimulatedTenant tenant) {
    private static final String NOUN = "CsTeamsEmergencyCallRoutingPolicy";

    void serve(CmdletTable cmdlets) {
        cmdlets.on(
                        "New-CsTeamsEmergencyNumber -EmergencyDialString -EmergencyDialMask -OnlinePSTNUsage",
                        parameters -> Stream.of(parameters.deepCopy()))
                .does(
                        "New-" + NOUN + " -Identity -EmergencyNumbers -AllowEnhancedEmergencyServices",
                        parameters -> tenant.change(
                                edit -> new EmergencyRoutingEdit(edit).create(name(parameters), numbers(parameters))))
                .does(
                        "Remove-" + NOUN + " -Identity",
                        parameters -> tenant.change(edit -> new EmergencyRoutingEdit(edit).remove(name(parameters))));
    }

    private static PolicyName name(ObjectNode parameters) {
        return new PolicyName(CmdletTable.required(parameters, "Identity"));
    }

    private static List<EmergencyNumber> numbers(ObjectNode parameters) {
        return parameters
                .path("EmergencyNumbers")
                .path("add")
                .valueStream()
                .map(EmergencyRoutingCmdlets::number)
                .toList();
    }

    private static EmergencyNumber number(JsonNode written) {
        return new EmergencyNumber(
                WireJson.text(written, "EmergencyDialString"),
                WireJson.text(written, "EmergencyDialMask"),
                Optional.of(WireJson.text(written, "OnlinePSTNUsage")).filter(usage -> !usage.isBlank()));
    }
}
