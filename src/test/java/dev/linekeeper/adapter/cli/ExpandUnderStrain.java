package dev.linekeeper.adapter.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.linekeeper.template.expression.TemplateOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** A process that answers lines as {@code expand} does, and says before each answer how much CPU time all its threads took. */
final class ExpandUnderStrain {
    private ExpandUnderStrain() {}

    public static void main(String[] none) throws IOException {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            long begun = process.getProcessCpuTime();
            String answer = ExpandCommand.ExpandLine.answer(line, TemplateOptions.standard());
            long milliseconds = (process.getProcessCpuTime() - begun) / 1_000_000;
            out.println(milliseconds + "\t" + answer.substring(0, Math.min(answer.length(), 300)));
            out.flush();
        }
    }
}
