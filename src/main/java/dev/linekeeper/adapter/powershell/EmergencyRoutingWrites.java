package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
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

/** {@code New-} and {@code Remove-CsTeamsEmergencyCallRoutingPolicy}: each reads and compares before it writes. */
record EmergencyRoutingWrites(PowerShellCatalogue catalogue, PowerShell powerShell) {
    private static final Logger log = LoggerFactory.getLogger(EmergencyRoutingWrites.class);

    WriteReceipt create(PolicyName name, List<EmergencyNumber> numbers, ChangeKey key) {
        Optional<List<EmergencyNumber>> now = now(name);
        if (now.isPresent()) {
            return mustBe(numbers, now.get(), name);
        }
        var written = numbers.stream().map(EmergencyRoutingWrites::written).toList();
        powerShell.run(
                Cmdlet.CREATE_EMERGENCY_CALL_ROUTING,
                Map.of(
                        "Identity",
                        name.value(),
                        "EmergencyNumbers",
                        Map.of("add", written),
                        "AllowEnhancedEmergencyServices",
                        true));
        log.info("event=emergency_routing_created key={} policy={}", key, name);
        return new WriteReceipt.AcceptedWrite();
    }

    WriteReceipt remove(PolicyName name, List<EmergencyNumber> expected, ChangeKey key) {
        Optional<List<EmergencyNumber>> now = now(name);
        if (now.isEmpty()) {
            return new WriteReceipt.NothingToWrite();
        }
        mustBe(expected, now.get(), name);
        powerShell.run(Cmdlet.REMOVE_EMERGENCY_CALL_ROUTING, Map.of("Identity", name.value()));
        log.info("event=emergency_routing_removed key={} policy={}", key, name);
        return new WriteReceipt.AcceptedWrite();
    }

    private Optional<List<EmergencyNumber>> now(PolicyName name) {
        return catalogue.policies(PolicyKind.EMERGENCY_CALL_ROUTING).stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .map(policy -> switch (policy) {
                    case Policy.EmergencyCallRouting it -> it.numbers();
                    default ->
                        throw new BackendFailure(
                                FailureKind.PROTOCOL, "The policy %s could not be read".formatted(name));
                });
    }

    private static WriteReceipt mustBe(List<EmergencyNumber> wanted, List<EmergencyNumber> now, PolicyName name) {
        if (!now.equals(wanted)) {
            throw new BackendFailure(FailureKind.CONFLICT, "The policy %s has other numbers".formatted(name));
        }
        return new WriteReceipt.NothingToWrite();
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
