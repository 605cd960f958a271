package dev.linekeeper.service.policies;

import static dev.linekeeper.service.policies.PolicyScriptKind.ANNEX;
import static dev.linekeeper.service.policies.PolicyScriptKind.CHANGE_ACCOUNT_OF_POLICY;
import static dev.linekeeper.service.policies.PolicyScriptKind.CHANGE_POLICY;
import static dev.linekeeper.service.policies.PolicyScriptKind.CREATE_POLICY;
import static dev.linekeeper.service.policies.PolicyScriptKind.LEEDS;
import static dev.linekeeper.service.policies.PolicyScriptKind.LONDON;
import static dev.linekeeper.service.policies.PolicyScriptKind.NO_CALLBACK;
import static dev.linekeeper.service.policies.PolicyScriptKind.OF_LONDON;
import static dev.linekeeper.service.policies.PolicyScriptKind.REMOVE_POLICY;
import static dev.linekeeper.service.policies.PolicyScriptKind.TAKE_CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.PwshOnPath;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.service.execution.ManualStepsResult;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.ScriptKind;
import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The script of a policy's request, run in real PowerShell over the emulator: all runs in one process, as it takes seconds to start. */
@ExtendWith(PwshOnPath.class)
class PolicyScriptTest {
    private static final String NOUN = "-CsTeamsSharedCallingRoutingPolicy";

    private final Map<PolicyScriptKind, PlanScript> scripts = new EnumMap<>(PolicyScriptKind.class);

    @TempDir
    private Path home;

    @Test
    void a_script_does_what_was_approved_once_and_stops_where_it_was_not() throws Exception {
        SimulatedTenant ours = CHANGE_POLICY.tenant();
        try (var house = PolicyScriptKind.house(ours)) {
            Request approved = CHANGE_POLICY.approved(house);
            var change = new PolicyScriptRun(home, "change", ScriptKind.exported(house, approved), ours);
            var tried = run(CHANGE_POLICY, "tried").with(Map.of("WhatIf", true));
            var again = change.again();
            var created = run(CREATE_POLICY, "created");
            var removed = run(REMOVE_POLICY, "removed");

            var repointed = run(CHANGE_ACCOUNT_OF_POLICY, "repointed");
            var emptied = run(TAKE_CALLBACK, "emptied");

            var otherCapitals = run(CHANGE_POLICY, "other-capitals");
            london(otherCapitals, "riverside");
            var granted = run(REMOVE_POLICY, "granted");
            granted.tenant()
                    .change(edit -> new PersonEdit(edit).grant(House.ADELE, PolicyKind.SHARED_CALLING, LEEDS.name()));
            var peopleUnread = run(REMOVE_POLICY, "people-unread");
            peopleUnread.faults().set("Get-CsOnlineUser", InPowerShell.Fails.UNAVAILABLE, 0);

            var fixes = new ScriptedFixes(home);
            PolicyScriptRun.all(Stream.concat(
                            Stream.of(
                                    tried,
                                    change,
                                    again,
                                    created,
                                    removed,
                                    repointed,
                                    emptied,
                                    otherCapitals,
                                    granted,
                                    peopleUnread),
                            fixes.runs())
                    .toArray(PolicyScriptRun[]::new));
            fixes.assertWellDone();

            assertThat(change.said()).startsWith("0\n").contains("Policy London", "done and read back");
            assertThat(tried.said())
                    .startsWith("0\n")
                    .contains("Change the Shared Calling policy London: now 'account");
            assertThat(tried.folder()).isDirectoryNotContaining("glob:**.{json,txt}");
            assertThat(again.said()).startsWith("0\n").contains("already so");
            assertThat(again.outcomes()).containsExactly("skipped");
            assertThat(again.writes()).isEmpty();
            assertThat(change.writes()).containsExactly("Set" + NOUN);
            assertThat(change.policy(LONDON)).hasValueSatisfying(london -> {
                assertThat(london.description()).isEqualTo("Riverside");
                assertThat(london.emergencyNumbers())
                        .containsExactly(OF_LONDON, LEEDS.emergencyNumbers().getFirst());
            });
            assertThat(house.requests.confirming().confirm(House.ANA_ADMIN, approved.id(), Optional.empty()))
                    .isInstanceOf(ManualStepsResult.AllStepsDone.class);

            assertThat(created.said()).startsWith("0\n").contains("Remove-CsTeamsSharedCallingRoutingPolicy -Identity");
            assertThat(created.policy(LEEDS.name())).contains(LEEDS);
            assertThat(removed.said()).startsWith("0\n");
            assertThat(removed.writes()).containsExactly("Remove" + NOUN);
            assertThat(removed.policy(LEEDS.name())).isEmpty();

            assertThat(repointed.writes()).containsExactly("Set" + NOUN);
            assertThat(repointed.policy(NO_CALLBACK))
                    .hasValueSatisfying(
                            policy -> assertThat(policy.resourceAccount()).contains(ANNEX));
            assertThat(emptied.writes()).containsExactly("Set" + NOUN);
            assertThat(emptied.policy(LONDON))
                    .hasValueSatisfying(
                            policy -> assertThat(policy.emergencyNumbers()).isEmpty());

            assertThat(otherCapitals.said()).contains("NOT AS APPROVED", "description riverside");
            assertThat(granted.said()).contains("still granted: people 1");
            for (var stopped : List.of(otherCapitals, granted, peopleUnread)) {
                assertThat(stopped.said()).as(stopped.name()).startsWith("1\n");
                assertThat(stopped.writes()).as(stopped.name()).isEmpty();
                assertThat(stopped.outcomes()).as(stopped.name()).containsExactly("not-done");
            }
        }
    }

    private PolicyScriptRun run(PolicyScriptKind kind, String name) {
        return new PolicyScriptRun(home, name, scripts.computeIfAbsent(kind, PolicyScriptKind::script), kind.tenant());
    }

    private static void london(PolicyScriptRun run, String description) {
        var now = run.policy(LONDON).orElseThrow();
        PolicyScriptKind.put(
                run.tenant(), new SharedCalling(LONDON, now.resourceAccount(), now.emergencyNumbers(), description));
    }
}
