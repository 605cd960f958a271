package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import dev.linekeeper.simulator.state.CatalogueEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets that make, change and remove policies of emergency call routing and of voice routing, and change those of caller IDs and calling. */
record PolicyCmdlets(SimulatedTenant tenant) {
    private static final String EMERGENCY = "CsTeamsEmergencyCallRoutingPolicy";
    private static final String VOICE = "CsOnlineVoiceRoutingPolicy";

    void serve(CmdletTable cmdlets) {
        var members = EMERGENCY + " -Identity -EmergencyNumbers -AllowEnhancedEmergencyServices";
        cmdlets.on(
                        "New-CsTeamsEmergencyNumber -EmergencyDialString -EmergencyDialMask -OnlinePSTNUsage",
                        parameters -> Stream.of(parameters.deepCopy()))
                .does("New-" + members, parameters -> {
                    var name = newName(PolicyKind.EMERGENCY_CALL_ROUTING, parameters);
                    dials(name, numbers(PolicyName.GLOBAL, parameters));
                })
                .does("Set-" + members, parameters -> {
                    var name = foundName(PolicyKind.EMERGENCY_CALL_ROUTING, parameters);
                    dials(name, numbers(name, parameters));
                })
                .does(
                        "Remove-" + EMERGENCY + " -Identity",
                        parameters -> remove(PolicyKind.EMERGENCY_CALL_ROUTING, parameters))
                .does("New-" + VOICE + " -Identity", parameters -> {
                    var name = newName(PolicyKind.VOICE_ROUTING, parameters);
                    tenant.change(edit -> new CatalogueEdit(edit).routes(name, List.of()));
                })
                .does("Remove-" + VOICE + " -Identity", parameters -> remove(PolicyKind.VOICE_ROUTING, parameters))
                .does("Set-CsCallingLineIdentity -Identity -CallingIDSubstitute -ResourceAccount", parameters -> {
                    var name = foundName(PolicyKind.CALLING_LINE_IDENTITY, parameters);
                    var shown = shown(parameters);
                    tenant.change(edit -> new CatalogueEdit(edit).shows(name, shown));
                })
                .does("Set-CsTeamsCallingPolicy -Identity -AllowPrivateCalling -PreventTollBypass", parameters -> {
                    var name = foundName(PolicyKind.CALLING, parameters);
                    var switches = new CallingSwitches(
                            flag(parameters, "AllowPrivateCalling"), flag(parameters, "PreventTollBypass"));
                    tenant.change(edit -> new CatalogueEdit(edit).switches(name, switches));
                });
    }

    private static Optional<Boolean> flag(ObjectNode parameters, String name) {
        return Optional.of(parameters.path(name)).filter(JsonNode::isBoolean).map(JsonNode::asBoolean);
    }

    /** The words the cmdlet takes; Service is none of them any more, and Resource names an account. */
    private static ShownNumber shown(ObjectNode parameters) {
        String word = CmdletTable.required(parameters, "CallingIDSubstitute");
        return MicrosoftSpelling.constant(Substitute.class, word)
                .filter(substitute -> substitute != Substitute.SERVICE)
                .map(substitute -> substitute == Substitute.RESOURCE
                        ? ShownNumber.of(new UserId(CmdletTable.required(parameters, "ResourceAccount")))
                        : new ShownNumber(substitute, Optional.empty()))
                .orElseThrow(
                        () -> CmdletError.of("InvalidParameter", "CallingIDSubstitute cannot be %s.".formatted(word)));
    }

    private void dials(PolicyName name, List<EmergencyNumber> numbers) {
        tenant.change(edit -> new CatalogueEdit(edit).dials(name, numbers));
    }

    private void remove(PolicyKind kind, ObjectNode parameters) {
        var name = foundName(kind, parameters);
        tenant.change(edit -> new CatalogueEdit(edit).remove(kind, name));
    }

    private PolicyName newName(PolicyKind kind, ObjectNode parameters) {
        var name = name(parameters);
        if (known(kind).contains(name)) {
            throw CmdletError.of("Conflict", "A policy with the identity %s already exists.".formatted(name));
        }
        return name;
    }

    private PolicyName foundName(PolicyKind kind, ObjectNode parameters) {
        var name = name(parameters);
        if (!known(kind).contains(name)) {
            throw CmdletError.noSuch(name.value());
        }
        return name;
    }

    private List<PolicyName> known(PolicyKind kind) {
        return tenant.state().policies(kind).stream()
                .map(document -> new PolicyName(WireJson.text(document, "Identity")))
                .toList();
    }

    private static PolicyName name(ObjectNode parameters) {
        return new PolicyName(CmdletTable.required(parameters, "Identity"));
    }

    /** A list, or a single number, replaces; a table adds to what the policy has, or takes away; a new policy begins with the Global one's. */
    private List<EmergencyNumber> numbers(PolicyName policy, ObjectNode parameters) {
        var given = parameters.path("EmergencyNumbers");
        if (given.isArray()) {
            return read(given);
        }
        if (given.has("EmergencyDialString")) {
            return List.of(number(given));
        }
        var numbers = new ArrayList<>(
                tenant.content()
                                        .policies()
                                        .getOrDefault(PolicyKind.EMERGENCY_CALL_ROUTING, Map.of())
                                        .get(policy)
                                instanceof EmergencyCallRouting it
                        ? it.numbers()
                        : List.of());
        numbers.addAll(read(given.path("add")));
        numbers.removeAll(read(given.path("remove")));
        return numbers;
    }

    private static List<EmergencyNumber> read(JsonNode written) {
        return written.valueStream().map(PolicyCmdlets::number).toList();
    }

    private static EmergencyNumber number(JsonNode written) {
        return new EmergencyNumber(
                WireJson.text(written, "EmergencyDialString"),
                WireJson.text(written, "EmergencyDialMask"),
                Optional.of(WireJson.text(written, "OnlinePSTNUsage")).filter(usage -> !usage.isBlank()));
    }
}
