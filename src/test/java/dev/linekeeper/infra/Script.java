package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A script of infra with stand-ins for the programs it calls, which lie in a folder before all others. */
record Script(Path standIns) {
    record Said(int status, String text) {}

    /** Puts a program there. */
    void standIn(String name, String text) throws IOException {
        var file = Files.writeString(standIns.resolve(name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    Said run(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().put("PATH", standIns + ":/usr/bin:/bin");
            builder.environment().putAll(environment);
            var process = builder.start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
