package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.StoredFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;

/** Files of the playground, in memory; the oldest are dropped beyond 40 MB. Thread-safe. */
final class ChatFiles {
    static final int LARGEST = 5 * 1024 * 1024;
    private static final long KEPT = 40L * 1024 * 1024;

    record FileBytes(StoredFile file, ByteArrayResource content) {}

    private final Map<String, FileBytes> files = new LinkedHashMap<>();

    /** Stores a file under a random id. */
    synchronized StoredFile keep(String name, String type, byte[] bytes) {
        return keep(UUID.randomUUID().toString(), name, type, bytes);
    }

    synchronized StoredFile keep(String id, String name, String type, byte[] bytes) {
        var file = new StoredFile(id, name, type, bytes.length);
        files.put(id, new FileBytes(file, new ByteArrayResource(bytes)));
        var oldest = files.values().iterator();
        for (long sum = sum(); sum > KEPT && oldest.hasNext(); ) {
            sum -= oldest.next().file().size();
            oldest.remove();
        }
        return file;
    }

    synchronized Optional<FileBytes> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    synchronized void clear() {
        files.clear();
    }

    private long sum() {
        return files.values().stream().mapToLong(held -> held.file().size()).sum();
    }
}
