package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OldGenerationTest {
    @Test
    void the_serial_collectors_heap_stays_near_what_is_in_it() throws Exception {
        assertThat(peak("left alone")).isGreaterThan(300);
        assertThat(peak("watched")).isLessThan(150);
    }

    @Test
    void other_collectors_are_left_alone() {
        OldGeneration.collectAsItGrows();

        assertThat(ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.isUsageThresholdSupported() && pool.getUsageThreshold() > 0)
                        .map(pool -> pool.getName())
                        .collect(Collectors.toSet()))
                .isSubsetOf(Set.of("Tenured Gen"));
    }

    /** MiB of the old generation at most, in a process with up to 512 MiB where some 25 of what is made are kept for a while. */
    private static long peak(String how) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = List.of(OldGeneration.class, OldGenerationTest.class).stream()
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getPath())
                .collect(Collectors.joining(File.pathSeparator));
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xms40m",
                        "-Xmn20m",
                        "-Xmx512m",
                        "-cp",
                        classes,
                        Churn.class.getName(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(said.strip());
    }

    static final class Churn {
        public static void main(String[] how) throws InterruptedException {
            if (how[0].equals("watched")) {
                OldGeneration.collectAsItGrows();
            }
            var kept = new ArrayDeque<byte[]>();
            for (int made = 0; made < 8_000; made++) {
                kept.add(new byte[64 << 10]);
                if (kept.size() > 400) {
                    kept.remove();
                }
                if (made % 4 == 0) {
                    Thread.sleep(1);
                }
            }
            System.out.println(ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Tenured Gen"))
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .max()
                            .orElse(0)
                    >> 20);
        }
    }
}
