package dev.linekeeper.adapter.powershell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests in real PowerShell: they run where a {@code pwsh} is on the PATH, are skipped and say so where none is, and fail
 * there with {@code -Dlinekeeper.pwsh.required=true}. Use it with {@code @ExtendWith}.
 */
public final class PwshOnPath implements ExecutionCondition {
    private static final String MISSING = "there is no pwsh on the PATH";

    /** The program; throws when there is none. */
    public static Path program() {
        return found().orElseThrow(() -> new AssertionError(MISSING));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (found().isPresent()) {
            return ConditionEvaluationResult.enabled("pwsh is on the PATH");
        }
        if (Boolean.getBoolean("linekeeper.pwsh.required")) {
            throw new AssertionError(MISSING);
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    private static Optional<Path> found() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pwsh"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
