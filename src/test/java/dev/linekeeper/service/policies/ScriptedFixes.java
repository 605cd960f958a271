package dev.linekeeper.service.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.fixes.FixScriptKind;
import dev.linekeeper.service.fixes.GrantScriptKind;
import dev.linekeeper.service.fixes.UndoneScriptKind;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.GroupEdit;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scripts of what else stands behind people, run in the same PowerShell as those of policies: done, done again, moved
 * since, and elsewhere.
 */
final class ScriptedFixes {
    private static final String NUMBER = "New-CsTeamsEmergencyNumber";
    private static final String GRANT = "Grant-CsTeamsSharedCallingRoutingPolicy";
    private static final Map<Enum<?>, List<String>> WRITES = Map.ofEntries(
            Map.entry(FixScriptKind.SET_PLACE, List.of("Set-CsPhoneNumberAssignment")),
            Map.entry(FixScriptKind.SET_ACCOUNT_ROUTING, List.of("Grant-CsOnlineVoiceRoutingPolicy")),
            Map.entry(FixScriptKind.SET_ATTENDANT, List.of("New-CsOnlineApplicationInstanceAssociation")),
            Map.entry(
                    FixScriptKind.SET_EMERGENCY_ROUTING,
                    List.of(NUMBER, NUMBER, "New-CsTeamsEmergencyCallRoutingPolicy")),
            Map.entry(
                    FixScriptKind.CHANGE_EMERGENCY_ROUTING,
                    List.of(NUMBER, NUMBER, "Set-CsTeamsEmergencyCallRoutingPolicy")),
            Map.entry(FixScriptKind.SET_EMPTY_ROUTING, List.of("New-CsOnlineVoiceRoutingPolicy")),
            Map.entry(FixScriptKind.SET_CALLER_ID, List.of("Set-CsCallingLineIdentity")),
            Map.entry(FixScriptKind.SET_CALLING, List.of("Set-CsTeamsCallingPolicy")),
            Map.entry(FixScriptKind.SET_ACCOUNT_NUMBER, List.of("Set-CsPhoneNumberAssignment")),
            Map.entry(GrantScriptKind.GRANT_TO_GROUP, List.of(GRANT)),
            Map.entry(GrantScriptKind.CHANGE_OF_GROUP, List.of("Remove-CsGroupPolicyAssignment", GRANT)),
            Map.entry(GrantScriptKind.TAKE_FROM_GROUP, List.of("Remove-CsGroupPolicyAssignment")),
            Map.entry(GrantScriptKind.SET_NUMBER_POLICY, List.of("Set-CsPhoneNumberPolicyAssignment")),
            Map.entry(GrantScriptKind.TAKE_NUMBER_POLICY, List.of("Set-CsPhoneNumberPolicyAssignment")),
            Map.entry(UndoneScriptKind.TAKE_ACCOUNT_NUMBER, List.of("Remove-CsPhoneNumberAssignment")),
            Map.entry(UndoneScriptKind.REMOVE_EMERGENCY_ROUTING, List.of("Remove-CsTeamsEmergencyCallRoutingPolicy")),
            Map.entry(UndoneScriptKind.REMOVE_EMPTY_ROUTING, List.of("Remove-CsOnlineVoiceRoutingPolicy")),
            Map.entry(GrantScriptKind.CREATE_ACCOUNT, List.of("New-CsOnlineApplicationInstance")));
    private static final Set<Enum<?>> ONCE_MORE = Set.of(
            FixScriptKind.SET_ATTENDANT,
            FixScriptKind.CHANGE_EMERGENCY_ROUTING,
            GrantScriptKind.CHANGE_OF_GROUP,
            GrantScriptKind.CREATE_ACCOUNT);

    private final Path home;
    private final Map<Enum<?>, PolicyScriptRun> done = new LinkedHashMap<>();
    private final Map<Enum<?>, PolicyScriptRun> again = new LinkedHashMap<>();
    private final PolicyScriptRun moved;
    private final PolicyScriptRun elsewhere;
    private final PolicyScriptRun otherGroups;

    ScriptedFixes(Path home) {
        this.home = home;
        for (var kind : FixScriptKind.values()) {
            add(kind, kind.script(), kind.tenant());
        }
        for (var kind : UndoneScriptKind.values()) {
            add(kind, kind.script(), kind.tenant());
        }
        for (var kind : GrantScriptKind.values()) {
            add(kind, kind.script(), kind.tenant());
        }
        PlanScript place = done.get(FixScriptKind.SET_PLACE).script();
        this.moved = changed("fix-moved", FixScriptKind.SET_PLACE, FixScriptKind.SET_PLACE.tenant());
        moved.tenant()
                .change(edit -> new NumberEdit(edit)
                        .locate(
                                PhoneNumber.of("+14255550110"),
                                Optional.of(new LocationId("ed67421a-44cd-52d8-b8cf-16b2ef1cfe07"))));
        this.otherGroups =
                changed("other-groups", GrantScriptKind.GRANT_TO_GROUP, GrantScriptKind.GRANT_TO_GROUP.tenant());
        otherGroups
                .tenant()
                .change(edit -> new GroupEdit(edit)
                        .grant(
                                new GroupId("f17d2e91-9d3c-5920-9d67-1bdbf390c179"),
                                PolicyKind.SHARED_CALLING,
                                new PolicyName("London"),
                                1));
        this.elsewhere = new PolicyScriptRun(home, "fix-elsewhere", place, Fabrikam.model());
    }

    private void add(Enum<?> kind, PlanScript script, SimulatedTenant tenant) {
        var run = new PolicyScriptRun(home, "fix-" + kind.name(), script, tenant);
        done.put(kind, run);
        if (ONCE_MORE.contains(kind)) {
            again.put(kind, run.again());
        }
    }

    private PolicyScriptRun changed(String name, Enum<?> kind, SimulatedTenant tenant) {
        return new PolicyScriptRun(home, name, done.get(kind).script(), tenant);
    }

    Stream<PolicyScriptRun> runs() {
        return Stream.of(done.values().stream(), again.values().stream(), Stream.of(moved, elsewhere, otherGroups))
                .flatMap(runs -> runs);
    }

    void assertWellDone() throws IOException {
        for (var kind : done.keySet()) {
            var run = done.get(kind);
            assertThat(run.said()).as(run.name()).startsWith("0\n").contains("done and read back");
            assertThat(run.writes()).as(run.name()).isEqualTo(WRITES.get(kind));
            assertThat(FixScriptKind.now(run.script(), run.tenant()))
                    .as(run.name())
                    .isEqualTo(FixScriptKind.wanted(run.script()));
        }
        for (var run : again.values()) {
            assertThat(run.said()).as(run.name()).startsWith("0\n").contains("already so");
            assertThat(run.writes()).as(run.name()).isEmpty();
            assertThat(run.outcomes()).as(run.name()).containsOnly("skipped");
        }
        assertThat(moved.said()).startsWith("1\n").contains("NOT AS APPROVED");
        assertThat(otherGroups.said()).startsWith("1\n").contains("Other groups have another policy or another place");
        assertThat(elsewhere.said()).startsWith("1\n").contains("This plan is for tenant");
        for (var stopped : List.of(moved, otherGroups, elsewhere)) {
            assertThat(stopped.writes()).as(stopped.name()).isEmpty();
        }
    }
}
