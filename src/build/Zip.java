import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Jars in memory: the same entries give the same bytes. */
final class Zip {
    private Zip() {}

    static Map<ZipEntry, byte[]> entries(byte[] zip) throws IOException {
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry, in.readAllBytes());
            }
        }
        return entries;
    }

    /** In the same order, with the same times; what was stored stays stored, as Spring Boot needs its libraries. */
    static byte[] of(Map<ZipEntry, byte[]> entries, Predicate<ZipEntry> wanted) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var each : entries.entrySet()) {
                if (!wanted.test(each.getKey())) {
                    continue;
                }
                var entry = new ZipEntry(each.getKey());
                entry.setCompressedSize(-1);
                if (entry.getMethod() == ZipEntry.STORED) {
                    var crc = new CRC32();
                    crc.update(each.getValue());
                    entry.setCrc(crc.getValue());
                    entry.setSize(each.getValue().length);
                }
                out.putNextEntry(entry);
                out.write(each.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
