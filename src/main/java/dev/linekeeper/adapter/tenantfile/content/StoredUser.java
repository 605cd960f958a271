package dev.linekeeper.adapter.tenantfile.content;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person in the file.
 *
 * @param grants the policies granted directly, by kind
 */
public record StoredUser(
        DirectoryEntry entry,
        Fact<AccountType> accountType,
        Fact<Set<String>> features,
        Fact<Boolean> voiceOn,
        Fact<List<Line>> lines,
        Fact<Map<PolicyKind, PolicyName>> grants,
        Fact<List<String>> validationErrors,
        Optional<String> interpretedType,
        ReportedPolicies reported) {
    public UserId id() {
        return entry.id();
    }
}
