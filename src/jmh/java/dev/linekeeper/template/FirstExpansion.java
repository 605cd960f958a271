package dev.linekeeper.template;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the first card of a new process costs: compiling the template and expanding it to bytes. Jackson's own start, reading
 * template and data, is measured apart: every application that has JSON at hand has paid for it.
 */
public final class FirstExpansion {
    private FirstExpansion() {}

    /** Prints wall and CPU time in milliseconds; the arguments are the files of the template and of the data. */
    public static void main(String[] files) throws IOException {
        byte[] templateJson = Files.readAllBytes(Path.of(files[0]));
        byte[] dataJson = Files.readAllBytes(Path.of(files[1]));
        var threads = ManagementFactory.getThreadMXBean();
        long begun = System.nanoTime();
        long begunCpu = threads.getCurrentThreadCpuTime();
        JsonMapper mapper = JsonMapper.builder().build();
        JsonNode template = mapper.readTree(templateJson);
        JsonNode data = mapper.readTree(dataJson);
        long read = System.nanoTime();
        long readCpu = threads.getCurrentThreadCpuTime();
        CardTemplate.compile(template).expand(data).utf8();
        long ended = System.nanoTime();
        long endedCpu = threads.getCurrentThreadCpuTime();
        System.out.printf(
                "%.0f ms, %.0f ms of CPU time (reading JSON before: %.0f ms, %.0f ms)%n",
                (ended - read) / 1e6, (endedCpu - readCpu) / 1e6, (read - begun) / 1e6, (readCpu - begunCpu) / 1e6);
    }
}
