package dev.linekeeper.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.service.fixes.FixScriptKind;
import dev.linekeeper.service.fixes.GrantScriptKind;
import dev.linekeeper.service.fixes.UndoneScriptKind;
import dev.linekeeper.service.policies.PolicyScriptKind;
import dev.linekeeper.service.requests.ScriptKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scripts of every kind of plan are there to be read by eye; {@code -Dlinekeeper.golden=write} writes them anew. The
 * fingerprint in them is zeros, because the plan's own changes whenever a rule does.
 */
class ScriptGoldenTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_script_is_as_reviewed(ScriptKind kind) throws IOException {
        sameAsReviewed(kind.script(folder), kind.fileName());
    }

    @ParameterizedTest
    @EnumSource
    void a_script_of_a_policy_is_as_reviewed(PolicyScriptKind kind) throws IOException {
        sameAsReviewed(kind.script(), kind.fileName());
    }

    @ParameterizedTest
    @EnumSource
    void a_script_of_a_fix_is_as_reviewed(FixScriptKind kind) throws IOException {
        sameAsReviewed(kind.script(), kind.fileName());
    }

    @ParameterizedTest
    @EnumSource
    void a_script_that_takes_a_fix_back_is_as_reviewed(UndoneScriptKind kind) throws IOException {
        sameAsReviewed(kind.script(), kind.fileName());
    }

    @ParameterizedTest
    @EnumSource
    void a_script_of_a_grant_or_an_account_is_as_reviewed(GrantScriptKind kind) throws IOException {
        sameAsReviewed(kind.script(), kind.fileName());
    }

    private static void sameAsReviewed(PlanScript made, String fileName) throws IOException {
        var script = made.text()
                .replace(made.plan().fingerprint(), "0".repeat(64))
                .replace(Readiness.VERSION, "0".repeat(Readiness.VERSION.length()));
        var golden = Path.of("src/test/resources/script").resolve(fileName);

        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            Files.writeString(golden, script);
        }
        assertThat(script).isASCII().isEqualTo(Files.readString(golden));
    }
}
