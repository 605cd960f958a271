package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code New-}, {@code Set-} and {@code Remove-CsTeamsSharedCallingRoutingPolicy}: each change reads, compares, writes
 * and reads back. The read-back may still show the old policy; a third one means a concurrent change by somebody else.
 */
record PowerShellSharedCallingPolicies(PowerShell powerShell) implements SharedCallingPolicies {
    private static final Logger log = LoggerFactory.getLogger(PowerShellSharedCallingPolicies.class);

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public WriteReceipt create(Policy.SharedCalling policy, ChangeKey key) {
        mustNotBeGlobal(policy.name());
        var found = find(policy.name());
        if (found.isPresent()) {
            mustEqual(policy, found.get(), "already exists and says something else");
            return new WriteReceipt.NothingToWrite();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("Identity", policy.name().value());
        parameters.put("Description", policy.description());
        policy.resourceAccount().map(UserId::value).ifPresent(id -> parameters.put("ResourceAccount", id));
        if (!policy.emergencyNumbers().isEmpty()) {
            parameters.put("EmergencyNumbers", Map.of("add", written(policy.emergencyNumbers())));
        }
        powerShell.run(Cmdlet.CREATE_SHARED_CALLING, parameters);
        return verified("created", Optional.empty(), Optional.of(policy), policy.name(), key);
    }

    @Override
    public WriteReceipt change(Policy.SharedCalling expected, Policy.SharedCalling wanted, ChangeKey key) {
        if (!expected.name().equals(wanted.name())) {
            throw new BackendFailure(
                    FailureKind.INVALID,
                    "A policy cannot be renamed: %s to %s".formatted(expected.name(), wanted.name()));
        }
        var found = find(expected.name())
                .orElseThrow(() ->
                        new BackendFailure(FailureKind.NOT_FOUND, "There is no policy %s".formatted(expected.name())));
        if (found.equals(wanted)) {
            return new WriteReceipt.NothingToWrite();
        }
        mustEqual(expected, found, "does not say any more what was expected");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("Identity", wanted.name().value());
        if (!wanted.resourceAccount().equals(found.resourceAccount())) {
            parameters.put(
                    "ResourceAccount",
                    wanted.resourceAccount().map(UserId::value).orElse(null));
        }
        if (!wanted.description().equals(found.description())) {
            parameters.put("Description", wanted.description());
        }
        if (!wanted.emergencyNumbers().equals(found.emergencyNumbers())) {
            parameters.put("EmergencyNumbers", modifier(found.emergencyNumbers(), wanted.emergencyNumbers()));
        }
        powerShell.run(Cmdlet.CHANGE_SHARED_CALLING, parameters);
        return verified("changed", Optional.of(found), Optional.of(wanted), wanted.name(), key);
    }

    @Override
    public WriteReceipt remove(Policy.SharedCalling expected, ChangeKey key) {
        mustNotBeGlobal(expected.name());
        var found = find(expected.name());
        if (found.isEmpty()) {
            return new WriteReceipt.NothingToWrite();
        }
        mustEqual(expected, found.get(), "does not say any more what was expected");
        powerShell.run(
                Cmdlet.REMOVE_SHARED_CALLING, Map.of("Identity", expected.name().value()));
        return verified("removed", found, Optional.empty(), expected.name(), key);
    }

    private Optional<Policy.SharedCalling> find(PolicyName name) {
        var all = powerShell
                .run(Cmdlet.READ_SHARED_CALLING)
                .list(policy -> CatalogueReader.policyOrUnread(PolicyKind.SHARED_CALLING, policy));
        return Stream.of(name, Policy.Unread.NAMELESS)
                .flatMap(wanted -> all.stream().filter(policy -> policy.name().equals(wanted)))
                .findFirst()
                .map(found -> switch (found) {
                    case Policy.Unread(_, _, var why) ->
                        throw new BackendFailure(FailureKind.PROTOCOL, why);
                    default -> (Policy.SharedCalling) found;
                });
    }

    private WriteReceipt verified(
            String what,
            Optional<Policy.SharedCalling> before,
            Optional<Policy.SharedCalling> wanted,
            PolicyName name,
            ChangeKey key) {
        var now = find(name);
        log.info("action=policy-{} key={} policy={} visible={}", what, key, name, now.equals(wanted));
        if (!now.equals(wanted) && !now.equals(before)) {
            throw new BackendFailure(
                    FailureKind.CONFLICT,
                    "The policy %s was changed by somebody else at the same time".formatted(name));
        }
        return new WriteReceipt.AcceptedWrite();
    }

    /** The {@code add}, {@code remove} or {@code replace} that turns one list into the other. */
    private static Map<String, List<String>> modifier(List<PhoneNumber> before, List<PhoneNumber> after) {
        var kept = before.stream().filter(after::contains).toList();
        if (kept.equals(after)) {
            return Map.of(
                    "remove",
                    written(before.stream()
                            .filter(number -> !after.contains(number))
                            .toList()));
        }
        return kept.equals(before) && after.subList(0, before.size()).equals(before)
                ? Map.of("add", written(after.subList(before.size(), after.size())))
                : Map.of("replace", written(after));
    }

    private static List<String> written(List<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::toString).toList();
    }

    private static void mustNotBeGlobal(PolicyName name) {
        if (name.isGlobal()) {
            throw new BackendFailure(FailureKind.INVALID, "The Global policy is neither made nor removed");
        }
    }

    private static void mustEqual(Policy.SharedCalling expected, Policy.SharedCalling found, String otherwise) {
        if (!found.equals(expected)) {
            throw new BackendFailure(FailureKind.CONFLICT, "The policy %s %s".formatted(expected.name(), otherwise));
        }
    }
}
