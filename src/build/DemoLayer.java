import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;

/**
 * Moves what only the demo needs, the simulated services and the playground, into a library of its own, in a layer of its own, which an
 * image for a real tenant can leave out: {@code java DemoLayer.java JAR}.
 */
final class DemoLayer {
    private static final String LIBRARY = "BOOT-INF/lib/linekeeper-demo.jar";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final List<String> DEMO = List.of(CLASSES + "dev/linekeeper/simulator/", CLASSES + "playground/");

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Map<ZipEntry, byte[]> packed = Zip.entries(Files.readAllBytes(jar));
        Map<ZipEntry, byte[]> moved = new LinkedHashMap<>();
        Map<ZipEntry, byte[]> left = new LinkedHashMap<>();
        for (var each : packed.entrySet()) {
            String name = each.getKey().getName();
            if (DEMO.stream().anyMatch(name::startsWith)) {
                moved.put(like(each.getKey(), name.substring(CLASSES.length())), each.getValue());
            } else {
                left.put(each.getKey(), each.getValue());
            }
        }
        if (left.keySet().stream().anyMatch(entry -> entry.getName().equals(LIBRARY))) {
            return; // the jar is that of the last build
        }
        if (moved.isEmpty()) {
            throw new IllegalStateException("The demo was not found in " + jar);
        }
        ZipEntry library = like(moved.keySet().iterator().next(), LIBRARY);
        library.setMethod(ZipEntry.STORED);
        left.put(library, Zip.of(moved, _ -> true));
        left.replaceAll((entry, bytes) -> switch (entry.getName()) {
            case "BOOT-INF/classpath.idx" -> utf8(text(bytes) + "- \"%s\"\n".formatted(LIBRARY));
            case "BOOT-INF/layers.idx" -> utf8("- \"demo\":\n  - \"%s\"\n".formatted(LIBRARY) + text(bytes));
            default -> bytes;
        });
        Files.write(jar, Zip.of(left, _ -> true));
    }

    private static ZipEntry like(ZipEntry entry, String name) {
        var renamed = new ZipEntry(name);
        renamed.setTimeLocal(entry.getTimeLocal());
        return renamed;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
