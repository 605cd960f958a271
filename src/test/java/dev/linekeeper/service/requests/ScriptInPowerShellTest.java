package dev.linekeeper.service.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.PwshOnPath;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.person.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script of every kind of plan, run in real PowerShell: for good, twice, tried, with faults, and interrupted. */
@ExtendWith(PwshOnPath.class)
@Execution(ExecutionMode.CONCURRENT)
class ScriptInPowerShellTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_script_does_what_its_plan_says_once_and_stops_where_it_cannot(ScriptKind kind) throws Exception {
        var script = kind.script(folder.resolve("store"));
        var before = ScriptTenant.before(script.plan(), script.done());
        var last = writes(script).getLast();
        var tried = run("tried", script).with(Map.of("WhatIf", true));
        var run = run("run", script);
        var again = run.again();
        var unread = run("unread", script).failing("Get-CsOnlineUser", "nonterminating");
        var unreadOnce = run("unread-once", script)
                .failing("Get-CsOnlineUser", Map.of("how", "nonterminating", "afterWrites", 1, "times", 1));
        var refused = run("refused", script).failing(last, "nonterminating");
        var refusedByObject = run("refused-by-object", script).failing(last, "output");
        ScriptRun.all(tried, run, unread, unreadOnce, refused, refusedByObject);

        var said = tried.said();
        assertThat(said).startsWith("0\n");
        script.plan().steps().stream()
                .skip(script.done())
                .filter(step -> step.change().isPresent())
                .forEach(step -> assertThat(said)
                        .containsPattern(Pattern.quote(script.words().apply(step)) + ": now .*: to be done"));
        assertThat(tried.writes()).isEmpty();
        assertThat(tried.folder()).isDirectoryNotContaining("glob:**.{json,txt}");

        assertThat(run.said()).startsWith("0\n");
        assertThat(run.writes()).isEqualTo(writes(script));
        assertThat(run.outcomes()).hasSameSizeAs(writes(script)).containsOnly("done");
        assertThat(run.tenant()).isEqualTo(before.after(open(script)));
        assertThat(run.transcript()).contains("PowerShell transcript end");

        assertThat(unread.said()).startsWith("1\n").contains("Management object not found");
        assertThat(unread.writes()).isEmpty();
        assertThat(unread.outcomes()).containsOnly("not-done");

        assertThat(unreadOnce.said()).startsWith("0\n");
        assertThat(unreadOnce.outcomes()).containsOnly("done");

        for (var it : List.of(refused, refusedByObject)) {
            assertThat(it.said()).startsWith("1\n");
            assertThat(it.writes()).isEqualTo(writes(script));
            assertThat(it.outcomes().getLast()).isEqualTo("failed");
            assertThat(it.outcomes().subList(0, writes(script).size() - 1)).isSubsetOf("done");
            assertThat(it.answer()
                            .path("steps")
                            .path(writes(script).size() - 1)
                            .path("message")
                            .asString())
                    .containsAnyOf("lacks appropriate licenses", "is not a user policy");
        }

        ScriptRun.all(again);
        assertThat(again.said()).startsWith("0\n");
        assertThat(again.writes()).isEmpty();
        assertThat(again.outcomes()).containsOnly("skipped");
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupted_script_says_which_step_nobody_knows_of(ScriptKind kind) throws Exception {
        var script = kind.script(folder.resolve("store"));
        var run = run("cut", script).delayed(Map.of("ev", 600, "evoff", 600, "number", 600, "policy", 600));

        Process process = run.start();
        while (run.writes().isEmpty() && process.isAlive()) {
            Thread.sleep(100);
        }
        Thread.sleep(500);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(run.outcomes())
                .isEqualTo(Stream.concat(
                                Stream.of("interrupted"),
                                Collections.nCopies(writes(script).size() - 1, "not-done").stream())
                        .toList());
        assertThat(run.transcript()).contains("PowerShell transcript end");
    }

    private ScriptRun run(String name, PlanScript script) throws IOException {
        return new ScriptRun(folder, name, script).prepared(ScriptTenant.before(script.plan(), script.done()));
    }

    private static List<Change> open(PlanScript script) {
        var changes = script.plan().changes();
        return changes.subList(script.done(), changes.size());
    }

    private static List<String> writes(PlanScript script) {
        return open(script).stream().map(ScriptTenant::cmdlet).toList();
    }
}
