package dev.linekeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Benchmarks are compiled by a profile alone; what they call of ours is there, whoever changes it. */
class BenchmarksTest {
    private static final Pattern JMH = Pattern.compile("import org\\.openjdk\\.jmh\\.[\\w.]*\\.(\\w+);");

    private static final String JMH_PACKAGE = "package org.openjdk.jmh";

    @Test
    void benchmarks_compile() throws IOException {
        List<Path> files = House.javaFiles(Path.of("src/jmh/java"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var manager = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(
                            null,
                            manager,
                            found,
                            List.of(
                                    "-proc:none",
                                    "-implicit:none",
                                    "--should-stop=ifError=FLOW",
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        assertThat(files).isNotEmpty();
        Set<String> jmh = jmh(files);
        assertThat(found.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .extracting(problem -> problem.getMessage(null).replaceAll("(?s)\\s+location:.*", ""))
                .allMatch(message ->
                        message.startsWith(JMH_PACKAGE) || jmh.stream().anyMatch(message::endsWith));
    }

    /** JMH itself is no dependency of the tests, so that its names stay unknown. */
    private static Set<String> jmh(List<Path> files) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            JMH.matcher(Files.readString(file)).results().forEach(name -> names.add(" " + name.group(1)));
        }
        return names;
    }
}
