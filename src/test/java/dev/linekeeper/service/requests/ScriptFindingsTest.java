package dev.linekeeper.service.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.PwshOnPath;
import dev.linekeeper.core.script.PlanScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What real PowerShell and a real tenant do to a script, by the rows S1 to S15 of the findings. */
@ExtendWith(PwshOnPath.class)
@Execution(ExecutionMode.CONCURRENT)
class ScriptFindingsTest {
    private static final String REMOVE = "Remove-CsPhoneNumberAssignment";
    private static final String SET = "Set-CsPhoneNumberAssignment";
    private static final String NUMBERS = "Get-CsPhoneNumberAssignment";
    private static final String USER = "Get-CsOnlineUser";
    private static final String OWN = "+14255550140";
    private static final String PRIVATE = "+14255550177";
    private static final String ROUTES = "OnlineVoiceRoutingPolicy";

    @TempDir
    private Path folder;

    private PlanScript release;
    private ScriptTenant before;

    @BeforeEach
    void export() {
        release = ScriptKind.RELEASE_AND_ENROL.script(folder.resolve("store"));
        before = ScriptTenant.before(release.plan(), 0);
    }

    @Test
    void what_is_not_known_or_not_as_approved_is_not_begun() throws Exception {
        var runs = new ArrayList<ScriptRun>();
        for (String how : List.of("throw", "nonterminating", "output", "silent")) {
            runs.add(run("S2-" + how).failing(NUMBERS, how).prepared(before));
        }
        for (String how : List.of("two", "silent", "without EnterpriseVoiceEnabled", "without " + ROUTES)) {
            runs.add(run("S11-" + how.replace(' ', '-')).failing(USER, how).prepared(before));
        }
        runs.add(run("S6-routes").prepared(before.granted(ROUTES, "Other routes")));
        runs.add(run("S10-no-break").prepared(before.granted(ROUTES, "Seattle\u00A0lines")));
        runs.add(run("S10-soft-hyphen").prepared(before.granted(ROUTES, "Seattle\u00ADlines")));
        runs.add(run("S5-no-folder")
                .with(Map.of("AnswerFile", "no/such/answer.json"))
                .prepared(before));
        runs.add(run("S15-full").with(Map.of("AnswerFile", "/dev/full")).prepared(before));
        runs.add(run("S11-signed-out").prepared(before, Map.of("signedIn", false)));
        Files.writeString(
                runs.getLast().folder().resolve(release.request() + ".answer.json"),
                "{\"steps\": [{\"number\": 1, \"outcome\": \"done\"}]}");

        ScriptRun.all(runs.toArray(ScriptRun[]::new));

        for (ScriptRun run : runs) {
            assertThat(run.said()).as(run.name()).startsWith("1\n");
            assertThat(run.writes()).as(run.name()).isEmpty();
            assertThat(run.tenant().numbers()).as(run.name()).containsExactly(OWN);
        }
        assertThat(runs.get(0).said()).contains("TooManyRequests");
        assertThat(runs.get(5).said()).contains("Teams knows nobody with the object id");
        assertThat(runs.get(8).said()).contains("Other routes");
        assertThat(runs.get(11).said()).contains("answer.json cannot be written");
        assertThat(runs.getLast().said())
                .contains(
                        "Connect-MicrosoftTeams -TenantId " + release.tenantId().orElseThrow());
        assertThat(runs.getLast().outcomes()).hasSize(4).containsOnly("not-done");
    }

    @Test
    void a_number_is_one_number_in_every_form_and_voice_follows_it() throws Exception {
        var interrupted = run("S3-again")
                .prepared(
                        new ScriptTenant(true, List.of(), before.policies()),
                        Map.of(
                                "pending",
                                List.of(Map.of(
                                        "at", System.currentTimeMillis() + 15_000, "what", "ev", "value", false))));
        var late = run("S3-late").delayed(Map.of("evoff", 2)).prepared(before);
        var noPlus = run("S7-no-plus").prepared(before.holding("14255550140"));
        var tel = run("S7-tel").prepared(before.holding("TEL:+14255550140"));
        var second = run("S4-second-line").prepared(before.holding(OWN, PRIVATE));
        var extension = run("S7-extension").prepared(before.holding(OWN + ";ext=7"));
        var fresh = run("S4-fresh").prepared(new ScriptTenant(false, List.of(PRIVATE), before.policies()));
        var capitals = run("S10-capitals").prepared(before.granted(ROUTES, "SEATTLE LINES"));

        ScriptRun.all(interrupted, late, noPlus, tel, second, extension, fresh, capitals);

        for (var run : List.of(interrupted, late, noPlus, tel, second, fresh, capitals)) {
            assertThat(run.said()).as(run.name()).startsWith("0\n");
            assertThat(run.writes()).as(run.name()).contains(SET);
            assertThat(run.tenant().voiceOn()).as(run.name()).isTrue();
        }
        for (var run : List.of(late, noPlus, tel, second, capitals)) {
            assertThat(run.writes()).as(run.name()).startsWith(REMOVE, SET);
            assertThat(run.outcomes()).as(run.name()).containsOnly("done");
        }
        assertThat(second.tenant().numbers()).containsExactly(PRIVATE);
        assertThat(extension.writes()).doesNotContain(REMOVE);
        assertThat(fresh.outcomes()).startsWith("skipped", "done");
    }

    @Test
    void what_was_accepted_and_does_not_show_is_told_apart_and_a_later_run_keeps_the_state_before() throws Exception {
        var run = run("S8-accepted")
                .with(Map.of("WaitMinutes", 0))
                .delayed(Map.of(ROUTES, 20))
                .prepared(before);
        ScriptRun.all(run);
        assertThat(run.said()).startsWith("1\n").contains("Teams calls it 'Somebody'");
        assertThat(run.outcomes()).containsExactly("done", "done", "accepted", "not-done");

        var again = run.again();
        ScriptRun.all(again);
        assertThat(again.said())
                .startsWith("0\n")
                .containsSubsequence("-PolicyName $null", "-PolicyName 'Seattle lines'", "-PhoneNumber '" + OWN + "'");
        assertThat(again.answer()
                        .path("steps")
                        .valueStream()
                        .map(step -> step.path("before").asString()))
                .containsExactly("held", "on", "Seattle lines", "");
    }

    /** After a time-out the tenant is read once; when that does not show the change, nobody knows. */
    @Test
    void an_answer_that_does_not_come_says_nothing_of_the_change() throws Exception {
        String grant = "Grant-CsOnlineVoiceRoutingPolicy";
        var undone = run("lost-before").losing(grant, "before").prepared(before);
        var done = run("lost-after").losing(grant, "after").prepared(before);
        var unseen = run("lost-unseen")
                .losing(grant, "after")
                .delayed(Map.of(ROUTES, 20))
                .prepared(before);
        ScriptRun.all(undone, done, unseen);

        for (var run : List.of(undone, unseen)) {
            assertThat(run.said()).as(run.name()).startsWith("1\n").contains("The operation has timed out.");
            assertThat(run.outcomes()).as(run.name()).containsExactly("done", "done", "interrupted", "not-done");
            assertThat(run.answer().path("steps").path(2).path("undo").asString())
                    .as(run.name())
                    .contains("'Seattle lines'");
        }
        assertThat(done.said()).startsWith("0\n");
        assertThat(done.outcomes()).containsOnly("done");

        var again = undone.again();
        ScriptRun.all(again);
        assertThat(again.said()).startsWith("0\n");
        assertThat(again.outcomes()).containsExactly("skipped", "skipped", "done", "done");
    }

    @Test
    void a_number_comes_back_with_its_place_and_its_category() throws Exception {
        var restore = ScriptKind.RESTORE.script(folder.resolve("other"));
        var state = ScriptTenant.before(restore.plan(), 0);
        var run = new ScriptRun(folder, "S13", restore).prepared(state);
        var taken = new ScriptRun(folder, "S13-taken", restore).prepared(state.holding(PRIVATE));

        ScriptRun.all(run, taken);

        assertThat(run.calls())
                .filteredOn(call -> call.path("cmdlet").asString().equals(SET))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.path("with").path("LocationId").asString())
                            .isEqualTo("fe771441-2e85-5274-9125-4e765e1d220b");
                    assertThat(call.path("with").path("AssignmentCategory").asString())
                            .isEqualTo("Primary");
                });
        assertThat(taken.said()).startsWith("1\n").contains("another number");
        assertThat(taken.writes()).isEmpty();
    }

    private ScriptRun run(String name) throws IOException {
        return new ScriptRun(folder, name, release);
    }
}
