package dev.linekeeper.service.fixes;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.fixes.FixChoice;
import dev.linekeeper.core.fixes.FixChoices;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import dev.linekeeper.service.policies.PolicyScriptKind;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.ScriptKind;
import dev.linekeeper.simulator.state.CatalogueEdit;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every kind of fix that leaves as a script; the golden file is named after it. */
public enum FixScriptKind {
    SET_PLACE(Fixable.PLACE, "Reno main line", "Seattle office"),
    SET_ACCOUNT_ROUTING(Fixable.ROUTING, "Berlin warehouse", "Berlin lines"),
    SET_ATTENDANT(Fixable.ATTENDANT, "Seattle annex", "Seattle main line"),
    SET_EMERGENCY_ROUTING(Fixable.EMERGENCY_ROUTING, "Berlin main line", "DE-Emergency"),
    CHANGE_EMERGENCY_ROUTING(Fixable.EMERGENCY_ROUTING, "London main line", "Emergency-UK"),
    SET_EMPTY_ROUTING(Fixable.EMPTY_ROUTING, "Seattle main line", "NoPSTN"),
    SET_ACCOUNT_NUMBER(Fixable.NUMBER, "Denver main line", "+14255550115"),
    SET_CALLER_ID(Fixable.CALLER_ID, "London main line", "Retired: ra-london@contoso.example"),
    SET_CALLING(Fixable.CALLING, "London main line", "Lobby");

    private static final PolicyName RETIRED = new PolicyName("Retired");
    private static final PolicyName LOBBY = new PolicyName("Lobby");
    private static final UserId PRADEEP = new UserId("1fb0a302-4a40-5183-a982-7521c2ecf131");
    private static final UserId SEATTLE = new UserId("d8391fbf-4cd9-5f81-bbb9-f065aaf299eb");

    private static final JudgementSettings SETTINGS = new JudgementSettings(
            Optional.of(new PolicyName("NoPSTN")),
            false,
            Map.of(
                    "operatorConnect/GB", new PolicyName("Emergency-UK"),
                    "directRouting/DE", new PolicyName("Emergency-DE")));

    private final Fixable what;
    private final String account;
    private final String choice;

    FixScriptKind(Fixable what, String account, String choice) {
        this.what = what;
        this.account = account;
        this.choice = choice;
    }

    /** The demo tenant, in which it is broken. */
    public SimulatedTenant tenant() {
        var tenant = Fabrikam.demo(Clock.systemUTC());
        tenant.change(edit -> {
            switch (this) {
                case SET_EMERGENCY_ROUTING ->
                    edit.policies(PolicyKind.EMERGENCY_CALL_ROUTING)
                            .removeIf(it -> it.path("Identity").asString("").equals("Tag:Emergency-DE"));
                case CHANGE_EMERGENCY_ROUTING ->
                    new CatalogueEdit(edit)
                            .dials(
                                    new PolicyName("Emergency-UK"),
                                    List.of(
                                            new EmergencyNumber("101", "", Optional.empty()),
                                            new EmergencyNumber("999", "112", Optional.of("UK-Emergency"))));
                case SET_EMPTY_ROUTING ->
                    edit.policies(PolicyKind.VOICE_ROUTING)
                            .removeIf(it -> it.path("Identity").asString("").equals("Tag:NoPSTN"));
                case SET_ACCOUNT_NUMBER ->
                    new NumberEdit(edit).release(PhoneNumber.of("+14255550115"), NumberType.CALLING_PLAN);
                case SET_CALLER_ID -> new CatalogueEdit(edit).shows(RETIRED, ShownNumber.of(SEATTLE));
                case SET_CALLING ->
                    new CatalogueEdit(edit).switches(LOBBY, new CallingSwitches(Optional.of(false), Optional.of(true)));
                case SET_PLACE, SET_ACCOUNT_ROUTING, SET_ATTENDANT -> {}
            }
        });
        if (this == SET_CALLER_ID || this == SET_CALLING) {
            var kind = this == SET_CALLING ? PolicyKind.CALLING : PolicyKind.CALLING_LINE_IDENTITY;
            tenant.change(edit -> new PersonEdit(edit).grant(PRADEEP, kind, this == SET_CALLING ? LOBBY : RETIRED));
        }
        return tenant;
    }

    static Tenant read(SimulatedTenant tenant) {
        return tenant.ports()
                .reader(Clock.systemUTC(), Duration.ZERO)
                .freshTenant()
                .tenant();
    }

    Fix<?> fix(SimulatedTenant tenant) {
        Tenant now = read(tenant);
        ResourceAccount named = now.resourceAccounts().known().orElseThrow().values().stream()
                .filter(it -> it.displayName().equals(account))
                .findFirst()
                .orElseThrow();
        return FixChoices.called(
                        choice,
                        new FixChoices(now, SETTINGS).all(what, named).known().orElseThrow())
                .stream()
                .map(FixChoice::fix)
                .findFirst()
                .orElseThrow();
    }

    /** The script as production code makes it. */
    public PlanScript script() {
        var tenant = tenant();
        try (var house = PolicyScriptKind.house(tenant)) {
            return ScriptKind.exported(house, PolicyScriptKind.approved(house, new Intent.PutRight(fix(tenant))));
        }
    }

    /** What is set now, in words; empty where nothing is. */
    public static String now(PlanScript script, SimulatedTenant tenant) {
        Plan plan = script.plan();
        return plan.fix()
                .<Optional<?>>map(fix -> fix.now(read(tenant)).known().orElseThrow())
                .orElseGet(() -> GroupGrantList.of(
                                plan.groupGrant().orElseThrow().group(),
                                tenant.ports()
                                        .reader(Clock.systemUTC(), Duration.ZERO)
                                        .groupGrants())
                        .known()
                        .orElseThrow())
                .map(Object::toString)
                .orElse("");
    }

    /** The same as the plan wants it. */
    public static String wanted(PlanScript script) {
        Plan plan = script.plan();
        return plan.fix()
                .<Optional<?>>map(Fix::after)
                .orElseGet(() -> plan.groupGrant().orElseThrow().after())
                .map(Object::toString)
                .orElse("");
    }

    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".ps1";
    }
}
