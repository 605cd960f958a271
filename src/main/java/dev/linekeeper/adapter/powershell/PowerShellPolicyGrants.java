package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code Grant-Cs…} for one person, with {@code -PolicyName $null} to revoke. Reads the direct grant first and writes
 * only a difference. The caller verifies it through the port for voice settings.
 */
record PowerShellPolicyGrants(PowerShell powerShell) implements PolicyGrants {
    private static final Logger log = LoggerFactory.getLogger(PowerShellPolicyGrants.class);

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        return write(person, kind, Optional.of(policy), key);
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        return write(person, kind, Optional.empty(), key);
    }

    private WriteReceipt write(UserId person, PolicyKind kind, Optional<PolicyName> wanted, ChangeKey key) {
        if (!direct(person, kind).equals(wanted)) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("Identity", person.value());
            parameters.put("PolicyName", wanted.map(PolicyName::value).orElse(null));
            powerShell.run(Cmdlet.granting(kind), parameters);
            log.info(
                    "action=policy-granted key={} user={} type={} direct={}",
                    key,
                    person,
                    kind.type(),
                    wanted.isPresent());
        }
        return new WriteReceipt.AcceptedWrite();
    }

    /** The direct grant; {@code PolicySource} also lists grants through groups. */
    private Optional<PolicyName> direct(UserId person, PolicyKind kind) {
        return powerShell
                .run(Cmdlet.READ_USER_POLICIES, Map.of("Identity", person.value(), "PolicyType", kind.type()))
                .list(effective -> effective.at("PolicyType").text().equalsIgnoreCase(kind.type())
                        ? effective.at("PolicySource").list(PowerShellPolicyGrants::granted)
                        : List.<Optional<PolicyName>>of())
                .stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PolicyName> granted(JsonCursor source) {
        return source.at("AssignmentType").text().equalsIgnoreCase("Direct")
                ? Optional.of(source.at("PolicyName").policyName())
                : Optional.empty();
    }
}
