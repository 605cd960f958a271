package dev.linekeeper.core.script;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.groups.GroupFingerprint;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;

/** What a script is about: variables that name it, and the functions that read it. */
final class ScriptedSubject {
    private static final String OF_PERSON = PlanScript.fixed("person.ps1");
    private static final String OF_POLICY = PlanScript.fixed("policy.ps1");
    private static final String OF_GROUNDWORK = PlanScript.fixed("groundwork.ps1");
    private static final String OF_GROUP = PlanScript.fixed("group.ps1");

    private ScriptedSubject() {}

    /** The text for a person, who is called so, for a policy, a group, or what else stands behind people. */
    static String of(Plan plan, String called) {
        var script = new StringBuilder();
        switch (plan.subject()) {
            case UserId person -> {
                PlanScript.variable(script, "Person", person.value());
                PlanScript.variable(script, "PersonName", PowerShellText.oneLine(called));
                script.append('\n').append(OF_PERSON);
            }
            case PolicyName policy -> {
                PlanScript.variable(script, "Policy", policy.value());
                script.append('\n').append(OF_POLICY);
            }
            case Groundwork(var kind, var group)
            when kind == GroundworkKind.GROUP -> {
                PlanScript.variable(script, "Group", group);
                PlanScript.variable(script, "Type", PolicyKind.SHARED_CALLING.type());
                PlanScript.variable(script, "PlanText", GroupFingerprint.own(plan));
                script.append('\n').append(OF_GROUP);
            }
            case Groundwork other -> {
                PlanScript.variable(script, "Behind", other.name());
                script.append('\n').append(OF_GROUNDWORK);
            }
        }
        return script.toString();
    }
}
