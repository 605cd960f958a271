package dev.linekeeper.service.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.fixes.FixScriptKind;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scripts of fixes, run in the same PowerShell as those of policies: done, done again, moved since, and elsewhere. */
final class ScriptedFixes {
    private static final Map<FixScriptKind, List<String>> WRITES = Map.of(
            FixScriptKind.SET_PLACE, List.of("Set-CsPhoneNumberAssignment"),
            FixScriptKind.SET_ACCOUNT_ROUTING, List.of("Grant-CsOnlineVoiceRoutingPolicy"),
            FixScriptKind.SET_ATTENDANT, List.of("New-CsOnlineApplicationInstanceAssociation"),
            FixScriptKind.SET_EMERGENCY_ROUTING,
                    List.of(
                            "New-CsTeamsEmergencyNumber",
                            "New-CsTeamsEmergencyNumber",
                            "New-CsTeamsEmergencyCallRoutingPolicy"));

    private final Map<FixScriptKind, PolicyScriptRun> done = new EnumMap<>(FixScriptKind.class);
    private final Map<FixScriptKind, PolicyScriptRun> again = new EnumMap<>(FixScriptKind.class);
    private final PolicyScriptRun moved;
    private final PolicyScriptRun elsewhere;

    ScriptedFixes(Path home) {
        for (var kind : FixScriptKind.values()) {
            var run = new PolicyScriptRun(home, "fix-" + kind.name(), kind.script(), kind.tenant());
            done.put(kind, run);
            again.put(kind, run.again());
        }
        PlanScript place = done.get(FixScriptKind.SET_PLACE).script();
        SimulatedTenant other = FixScriptKind.SET_PLACE.tenant();
        other.change(edit -> new NumberEdit(edit)
                .locate(
                        PhoneNumber.of("+14255550110"),
                        Optional.of(new LocationId("ed67421a-44cd-52d8-b8cf-16b2ef1cfe07"))));
        this.moved = new PolicyScriptRun(home, "fix-moved", place, other);
        this.elsewhere = new PolicyScriptRun(home, "fix-elsewhere", place, Fabrikam.model());
    }

    Stream<PolicyScriptRun> runs() {
        return Stream.of(done.values().stream(), again.values().stream(), Stream.of(moved, elsewhere))
                .flatMap(runs -> runs);
    }

    void assertWellDone() throws IOException {
        for (var kind : FixScriptKind.values()) {
            var run = done.get(kind);
            assertThat(run.said()).as(run.name()).startsWith("0\n").contains("done and read back");
            assertThat(run.writes()).as(run.name()).isEqualTo(WRITES.get(kind));
            assertThat(FixScriptKind.now(run.script(), run.tenant()))
                    .isEqualTo(run.script()
                            .plan()
                            .fix()
                            .orElseThrow()
                            .after()
                            .orElseThrow()
                            .toString());
            assertThat(again.get(kind).said()).as(run.name()).startsWith("0\n").contains("already so");
            assertThat(again.get(kind).writes()).as(run.name()).isEmpty();
        }
        assertThat(moved.said()).startsWith("1\n").contains("NOT AS APPROVED");
        assertThat(moved.writes()).isEmpty();
        assertThat(elsewhere.said()).startsWith("1\n").contains("This plan is for tenant");
        assertThat(elsewhere.writes()).isEmpty();
    }
}
