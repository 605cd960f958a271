package dev.linekeeper.core.script;

import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;

/** What a script is about: variables that name it, and the functions that read it. */
final class ScriptedSubject {
    private static final String OF_PERSON = PlanScript.fixed("person.ps1");
    private static final String OF_POLICY = PlanScript.fixed("policy.ps1");
    private static final String OF_GROUNDWORK = PlanScript.fixed("groundwork.ps1");

    private ScriptedSubject() {}

    /**
     * The text for a person, a policy, or what else stands behind people.
     *
     * @param called how a person is called
     */
    static String of(Subject subject, String called) {
        var script = new StringBuilder();
        switch (subject) {
            case UserId person -> {
                PlanScript.variable(script, "Person", person.value());
                PlanScript.variable(script, "PersonName", PowerShellText.oneLine(called));
                script.append('\n').append(OF_PERSON);
            }
            case PolicyName policy -> {
                PlanScript.variable(script, "Policy", policy.value());
                script.append('\n').append(OF_POLICY);
            }
            case Groundwork other -> {
                PlanScript.variable(script, "Behind", other.name());
                script.append('\n').append(OF_GROUNDWORK);
            }
        }
        return script.toString();
    }
}
