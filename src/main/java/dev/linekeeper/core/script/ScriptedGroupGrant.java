package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import java.util.Optional;

/** A policy granted to a group, or taken from it, in PowerShell; what is read stands in {@code group.ps1}. */
final class ScriptedGroupGrant {
    private ScriptedGroupGrant() {}

    static ScriptedStep of(GroupGrantChange change) {
        return new ScriptedStep(
                "Get-GroupGrant",
                text(change.before()),
                text(change.after()),
                "",
                command(change),
                command(new GroupGrantChange(
                        change.group(), /* before= */ change.after(), /* after= */ change.before())));
    }

    private static String text(Optional<GroupGrant> grant) {
        return grant.map(GroupGrant::text).orElse("");
    }

    private static String command(GroupGrantChange change) {
        String group = quoted(change.group().value());
        return change.after()
                .map(it -> "Grant-Cs%s -Group %s -PolicyName %s -Rank %d"
                        .formatted(it.kind().type(), group, quoted(it.policy().value()), it.rank()))
                .orElseGet(() -> "Remove-CsGroupPolicyAssignment -GroupId %s -PolicyType %s"
                        .formatted(
                                group,
                                quoted(change.before().orElseThrow().kind().type())));
    }
}
