package dev.linekeeper.adapter.cli.output;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote down. */
public final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"linekeeper %s".formatted(number().orElse("(not built by Maven)"))};
    }

    /** Such as {@code 0.1.0}; empty for a program that Maven has not built. */
    public static Optional<String> number() throws IOException {
        try (var in = ProgramVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            var build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return Optional.ofNullable(build.getProperty("build.version"));
        }
    }
}
