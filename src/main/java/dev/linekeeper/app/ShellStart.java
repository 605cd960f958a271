package dev.linekeeper.app;

import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Starts a small context for a command; what stops it becomes one line for the person at the shell. */
final class ShellStart {
    private static final String REPORTER =
            "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    private ShellStart() {}

    static ConfigurableApplicationContext of(Class<?> source) {
        return inOneLine(() -> new SpringApplicationBuilder(source)
                .web(WebApplicationType.NONE)
                .properties("logging.config=classpath:dev/linekeeper/adapter/cli/logback.xml", REPORTER + "=off")
                .run());
    }

    /** What the supplier answers; a failure that Boot can explain becomes one line. */
    static <T> T inOneLine(Supplier<T> start) {
        try {
            return start.get();
        } catch (RuntimeException failed) {
            var why = analysis(failed).orElseThrow(() -> failed);
            var fault = new BackendFailure(
                    BackendFailure.Kind.INVALID,
                    oneLine("%s. %s".formatted(why.getDescription().strip().replaceAll("\\.$", ""), action(why))));
            fault.initCause(failed);
            throw fault;
        }
    }

    /** By the same analysts that speak when the bot cannot start; those that need more than the failure stay silent. */
    private static Optional<FailureAnalysis> analysis(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (_, _, _) -> {}).stream()
                .map(analyst -> analyst.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String action(FailureAnalysis why) {
        return why.getAction() == null ? "" : why.getAction();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
