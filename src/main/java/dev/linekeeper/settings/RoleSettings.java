package dev.linekeeper.settings;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Entra groups per role; a role without a group is nobody's.
 *
 * @param attester who may attest what no API tells; voice admins where it is empty
 * @param adminScopes over whom the members of a group are voice admins, by the group's id, such as {@code
 *     country:GB,department:Sales}; over everybody without an entry
 * @param approverScopes the same for approvers
 */
public record RoleSettings(
        @DefaultValue List<String> admin,
        @DefaultValue List<String> approver,
        @DefaultValue List<String> helpdesk,
        @DefaultValue List<String> auditor,
        @DefaultValue List<String> owner,
        @DefaultValue List<String> attester,
        @DefaultValue Map<String, @Pattern(regexp = SCOPE, message = NO_SCOPE) String> adminScopes,
        @DefaultValue Map<String, @Pattern(regexp = SCOPE, message = NO_SCOPE) String> approverScopes) {
    private static final String PART = "\\s*(country:\\s*[A-Za-z]{2}|department:[^,:]*[^,:\\s][^,:]*)\\s*";
    private static final String SCOPE = PART + "(," + PART + ")*";
    private static final String NO_SCOPE = "must be written as country:GB,department:Sales";

    /** A scope of a group that has no role would scope nothing, which nobody can have meant. */
    @AssertTrue(message = "a group with a scope must be one of the role's groups")
    public boolean isEveryScopeOfAGroupWithTheRole() {
        return admin.containsAll(adminScopes.keySet()) && approver.containsAll(approverScopes.keySet());
    }
}
