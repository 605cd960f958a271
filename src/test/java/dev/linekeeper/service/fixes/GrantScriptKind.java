package dev.linekeeper.service.fixes;

import dev.linekeeper.core.groups.GroupWish.GroupGets;
import dev.linekeeper.core.groups.GroupWish.GroupLoses;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.service.policies.PolicyScriptKind;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.ScriptKind;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** What is asked for without a rule that fails, and leaves as a script; the golden file is named after it. */
public enum GrantScriptKind {
    GRANT_TO_GROUP,
    CHANGE_OF_GROUP,
    TAKE_FROM_GROUP,
    SET_NUMBER_POLICY,
    TAKE_NUMBER_POLICY,
    CREATE_ACCOUNT;

    private static final GroupId SEATTLE = new GroupId("2a38a68d-c173-5f8e-a9ef-c4b332d0e41c");
    private static final GroupId AUDITORS = new GroupId("2bcc861f-85bb-5cd9-8f30-fbcae7dcb377");
    private static final PhoneNumber SECOND_LINE = PhoneNumber.of("+14255550180");

    public SimulatedTenant tenant() {
        return Fabrikam.demo(Clock.systemUTC());
    }

    Intent intent(SimulatedTenant tenant) {
        return switch (this) {
            case GRANT_TO_GROUP ->
                new Intent.EditGroup(new GroupGets(AUDITORS, new PolicyName("Seattle"), Optional.of(2)));
            case CHANGE_OF_GROUP ->
                new Intent.EditGroup(new GroupGets(SEATTLE, new PolicyName("Seattle"), Optional.of(2)));
            case TAKE_FROM_GROUP -> new Intent.EditGroup(new GroupLoses(SEATTLE, new PolicyName("Seattle")));
            case SET_NUMBER_POLICY -> new Intent.PutRight(policy(tenant, Optional.of(new PolicyName("London"))));
            case TAKE_NUMBER_POLICY -> new Intent.PutRight(policy(tenant, Optional.empty()));
            case CREATE_ACCOUNT ->
                new Intent.PutRight(new NewAccount(
                        "ra-leeds@contoso.example",
                        "Leeds 'main'; $(line)",
                        Optional.empty(),
                        Optional.of(Application.AUTO_ATTENDANT)));
        };
    }

    private static PolicyOfNumber policy(SimulatedTenant tenant, Optional<PolicyName> wanted) {
        UserId holder = FixScriptKind.read(tenant)
                .number(SECOND_LINE)
                .known()
                .flatMap(found -> found)
                .flatMap(found -> found.target())
                .map(UserId::new)
                .orElseThrow();
        return new PolicyOfNumber(holder, SECOND_LINE, Optional.empty(), wanted);
    }

    /** The script as production code makes it. */
    public PlanScript script() {
        var tenant = tenant();
        try (var house = PolicyScriptKind.house(tenant)) {
            return ScriptKind.exported(house, PolicyScriptKind.approved(house, intent(tenant)));
        }
    }

    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".ps1";
    }
}
