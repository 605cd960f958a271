package dev.linekeeper.adapter.cli.output;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote down. */
public final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (var in = ProgramVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            var build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return new String[] {"linekeeper %s".formatted(build.getProperty("build.version", "(not built by Maven)"))};
        }
    }
}
