package dev.linekeeper.template;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the first card of a new process costs: reading the data, compiling the template, expanding it to bytes. */
public final class FirstExpansion {
    private FirstExpansion() {}

    /** Prints wall and CPU time in milliseconds; the arguments are the files of the template and of the data. */
    public static void main(String[] files) throws IOException {
        byte[] template = Files.readAllBytes(Path.of(files[0]));
        byte[] data = Files.readAllBytes(Path.of(files[1]));
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        JsonNode tree = JsonMapper.builder().build().readTree(data);
        long read = System.nanoTime();
        byte[] card = CardTemplate.compile(template).expandToUtf8(tree).utf8();
        long ended = System.nanoTime();
        System.out.printf(
                "%d bytes: %.0f ms (%.0f of them for reading the data), %.0f ms of CPU time%n",
                card.length,
                (ended - begun) / 1e6,
                (read - begun) / 1e6,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e6);
    }
}
