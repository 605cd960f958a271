package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine is a library for Java 17, though the product it comes with needs a newer one. */
class Java17Test {
    private static final int JAVA_17 = 61;

    @Test
    void every_class_of_the_engine_runs_on_java_17() throws IOException, URISyntaxException {
        Path classes = Path.of(CardTemplate.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assumeTrue(classes.endsWith(Path.of("target", "classes")), "Maven compiles the engine for its own release");
        try (Stream<Path> files = Files.walk(classes.resolve("dev/linekeeper/template"))) {
            List<Path> engine =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(engine).hasSizeGreaterThan(50);
            for (Path file : engine) {
                assertThat(majorVersion(file)).as(file.toString()).isLessThanOrEqualTo(JAVA_17);
            }
        }
    }

    private static int majorVersion(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readInt(); // the magic number
            in.readUnsignedShort(); // the minor version
            return in.readUnsignedShort();
        }
    }
}
