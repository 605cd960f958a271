package dev.linekeeper.service.policies;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.ScriptKind;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Every kind of request for a policy that leaves as a script; the golden file is named after it. */
public enum PolicyScriptKind {
    CREATE_POLICY,
    CHANGE_POLICY,
    CHANGE_ACCOUNT_OF_POLICY,
    TAKE_CALLBACK,
    REMOVE_POLICY;

    static final PolicyName LONDON = new PolicyName("London");
    static final PolicyName NO_CALLBACK = new PolicyName("Seattle no callback");
    static final UserId ANNEX = new UserId("b386d81b-402b-5248-9be7-6850c1405f5a");
    static final PhoneNumber OF_LONDON = PhoneNumber.of("+442079460171");
    static final SharedCalling LEEDS = new SharedCalling(
            new PolicyName("Leeds 'north'; $(Get-Date)"),
            Optional.of(new UserId("c1afc4bd-fb3e-5ee9-8a17-27df5a3069fb")),
            List.of(PhoneNumber.of("+442079460130")),
            "It's \"new\"");

    PolicyWish wish() {
        return switch (this) {
            case CREATE_POLICY -> new PolicyWish.NewPolicy(LEEDS);
            case CHANGE_POLICY ->
                new PolicyWish.ChangedPolicy(
                        LONDON, LEEDS.emergencyNumbers(), List.of(), Optional.empty(), Optional.of("Riverside"));
            case CHANGE_ACCOUNT_OF_POLICY ->
                new PolicyWish.ChangedPolicy(NO_CALLBACK, List.of(), List.of(), Optional.of(ANNEX), Optional.empty());
            case TAKE_CALLBACK ->
                new PolicyWish.ChangedPolicy(LONDON, List.of(), List.of(OF_LONDON), Optional.empty(), Optional.empty());
            case REMOVE_POLICY -> new PolicyWish.NoPolicy(LEEDS.name());
        };
    }

    /** The demo tenant, where the policy that is to go is there and nobody's. */
    SimulatedTenant tenant() {
        var tenant = Fabrikam.demo(new House.MovingClock());
        if (this == REMOVE_POLICY) {
            put(tenant, LEEDS);
        }
        return tenant;
    }

    static void put(SimulatedTenant tenant, SharedCalling policy) {
        tenant.change(edit -> new SharedCallingEdit(edit).put(policy));
    }

    public static House house(SimulatedTenant tenant) {
        var clock = new House.MovingClock();
        return new House(
                OpenedStore.inMemory("script-" + UUID.randomUUID(), clock),
                tenant,
                tenant.ports(),
                clock,
                Sample.POLICY,
                new House.Fuse());
    }

    Request approved(House house) {
        return approved(house, new Intent.EditPolicy(wish()));
    }

    public static Request approved(House house, Intent intent) {
        var asked = house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, intent, "tried as a script"));
        var id = ((SubmissionResult.Sent) asked).request().id();
        house.yes(House.LEE_APPROVER, id);
        house.yes(House.PRIYA_APPROVER, id);
        return house.now(id);
    }

    /** The script as production code makes it. */
    public PlanScript script() {
        try (var house = house(tenant())) {
            return ScriptKind.exported(house, approved(house));
        }
    }

    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".ps1";
    }
}
