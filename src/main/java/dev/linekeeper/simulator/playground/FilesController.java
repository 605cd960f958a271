package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files that people attach on the page, and that the bot downloads or uploads: in memory, the oldest are dropped beyond
 * 40 MB. Thread-safe.
 */
@RestController
class FilesController {
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

    @PostMapping("/playground/api/files")
    StoredFile attach(@RequestParam String name, InputStream body) throws IOException {
        return keep(plain(name), MediaType.APPLICATION_OCTET_STREAM_VALUE, read(body));
    }

    /** The upload of a file by the bot, after consent, in one request as in Teams. */
    @PutMapping("/connector/files/{id}")
    StoredFile upload(@PathVariable String id, @RequestParam(defaultValue = "file") String name, InputStream body)
            throws IOException {
        return keep(id, plain(name), MediaType.APPLICATION_OCTET_STREAM_VALUE, read(body));
    }

    /** Served as a download, never shown, as its content is unknown. */
    @GetMapping("/connector/files/{id}")
    ResponseEntity<Resource> fetch(@PathVariable String id) {
        var held = find(id).orElseThrow(
                        () -> PlaygroundError.page(HttpStatus.NOT_FOUND, "The file is gone.", "Attach it again."));
        var saveAs = ContentDisposition.attachment()
                .filename(held.file().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saveAs.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(held.content());
    }

    private static byte[] read(InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw PlaygroundError.page(HttpStatus.CONTENT_TOO_LARGE, "The file is larger than 5 MB.", "Split it.");
        }
        return bytes;
    }

    /** The last part of a path, without control characters. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.replaceAll("\\p{Cntrl}", "").strip();
    }
}
