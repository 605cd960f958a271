package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, changes and removes policies; what is there is read and compared before each write. */
record PolicyWrites(PowerShellCatalogue catalogue, PowerShell powerShell) {
    private static final Logger log = LoggerFactory.getLogger(PolicyWrites.class);

    <V> WriteReceipt write(PolicyFix<V> change, ChangeKey key) {
        Optional<V> now = now(change);
        if (now.equals(change.after())) {
            return new WriteReceipt.NothingToWrite();
        }
        if (!now.equals(change.before())) {
            throw new BackendFailure(
                    FailureKind.CONFLICT, "The policy %s says something else than expected".formatted(change.name()));
        }
        var parameters = new HashMap<String, Object>(parameters(change));
        parameters.put("Identity", change.name().value());
        Cmdlet cmdlet = cmdlet(change);
        powerShell.run(cmdlet, parameters);
        log.info("action=policy-written key={} cmdlet={} policy={}", key, cmdlet.command(), change.name());
        return new WriteReceipt.AcceptedWrite();
    }

    private <V> Optional<V> now(PolicyFix<V> change) {
        return catalogue.policies(change.kind()).stream()
                .filter(policy -> policy.name().equals(change.name()))
                .findFirst()
                .map(policy -> {
                    if (policy instanceof Policy.Unread) {
                        throw new BackendFailure(
                                FailureKind.PROTOCOL, "The policy %s could not be read".formatted(change.name()));
                    }
                    return change.said(policy);
                });
    }

    private static Cmdlet cmdlet(PolicyFix<?> change) {
        boolean made = change.before().isEmpty();
        boolean gone = change.after().isEmpty();
        return switch (change) {
            case EmergencyRoutingPolicy _ ->
                gone
                        ? Cmdlet.REMOVE_EMERGENCY_CALL_ROUTING
                        : made ? Cmdlet.CREATE_EMERGENCY_CALL_ROUTING : Cmdlet.CHANGE_EMERGENCY_CALL_ROUTING;
            case EmptyRoutingPolicy _ -> gone ? Cmdlet.REMOVE_VOICE_ROUTING : Cmdlet.CREATE_VOICE_ROUTING;
            case CallerIdPolicy _ -> Cmdlet.CHANGE_CALLER_ID;
            case CallingPolicy _ -> Cmdlet.CHANGE_CALLING;
        };
    }

    /** What is said besides the name; a voice routing policy is only made without usages. */
    private static Map<String, Object> parameters(PolicyFix<?> change) {
        return switch (change) {
            case EmergencyRoutingPolicy(_, _, var before, var after)
            when after.isPresent() -> {
                if (before.isEmpty()) {
                    yield Map.of("EmergencyNumbers", written(after.get()), "AllowEnhancedEmergencyServices", true);
                }
                yield Map.of(
                        "EmergencyNumbers",
                        after.get().isEmpty()
                                ? Map.of("remove", written(before.get())) // an empty list changes nothing
                                : written(after.get()));
            }
            case EmergencyRoutingPolicy _, EmptyRoutingPolicy _ -> Map.of();
            case CallerIdPolicy it -> shown(it.after().orElseThrow());
            case CallingPolicy it ->
                switches(it.before().orElseThrow(), it.after().orElseThrow());
        };
    }

    private static Map<String, Object> shown(ShownNumber number) {
        return switch (number.substitute()) {
            case LINE_URI -> Map.of("CallingIDSubstitute", "LineUri");
            case ANONYMOUS -> Map.of("CallingIDSubstitute", "Anonymous");
            case RESOURCE ->
                Map.of(
                        "CallingIDSubstitute",
                        "Resource",
                        "ResourceAccount",
                        number.account().orElseThrow().value());
            case SERVICE -> throw new BackendFailure(FailureKind.UNSUPPORTED, "Teams sets no caller ID to Service");
        };
    }

    /** What differs alone: a switch that could not be read stays as it is. */
    private static Map<String, Object> switches(CallingSwitches before, CallingSwitches after) {
        var changed = new HashMap<String, Object>();
        if (!after.privateCalling().equals(before.privateCalling())) {
            after.privateCalling().ifPresent(on -> changed.put("AllowPrivateCalling", on));
        }
        if (!after.preventTollBypass().equals(before.preventTollBypass())) {
            after.preventTollBypass().ifPresent(on -> changed.put("PreventTollBypass", on));
        }
        return changed;
    }

    private static List<Map<String, String>> written(List<EmergencyNumber> numbers) {
        return numbers.stream().map(PolicyWrites::written).toList();
    }

    private static Map<String, String> written(EmergencyNumber number) {
        Map<String, String> written = new HashMap<>();
        written.put("EmergencyDialString", number.dialString());
        if (!number.dialMask().isBlank()) {
            written.put("EmergencyDialMask", number.dialMask());
        }
        number.usage().ifPresent(usage -> written.put("OnlinePSTNUsage", usage));
        return written;
    }
}
