package dev.linekeeper.simulator.playground;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files that people attach on the page, and that the bot downloads or uploads: in memory, the oldest are dropped beyond
 * 40 MB. Thread-safe.
 */
@RestController
class FilesController {
    static final int LARGEST = 5 * 1024 * 1024;
    private static final long KEPT = 40L * 1024 * 1024;

    private static final String PATH = "/connector/files/";

    /** A file that a persona attached or the bot uploaded. */
    record StoredFile(String id, String name, ByteArrayResource content) {}

    private static final Pattern WHOLE = Pattern.compile("bytes 0-(\\d{1,9})/(\\d{1,9})");

    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    /** Names of files whose upload somebody allowed, by id. */
    private final Map<String, String> allowed = new LinkedHashMap<>();

    /** The path of a file's up- and download. */
    static String path(String id) {
        return PATH + id;
    }

    /** The file; fails when it was dropped. */
    synchronized StoredFile found(String id) {
        return Optional.ofNullable(files.get(id))
                .orElseThrow(() -> PlaygroundError.gone("The file is gone.", "Attach it again."));
    }

    synchronized void clear() {
        files.clear();
        allowed.clear();
    }

    /** Allows one upload of a file; its id. */
    synchronized String allow(String name) {
        var id = UUID.randomUUID().toString();
        allowed.put(id, name);
        return id;
    }

    @PostMapping("/playground/api/files")
    Map<String, Object> attach(@RequestParam String name, InputStream body) throws IOException {
        return keep(UUID.randomUUID().toString(), name, body);
    }

    /**
     * The upload of a file by the bot, once, in one piece, as to an upload session of OneDrive.
     *
     * @see <a href="https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession">Upload bytes
     *     to the upload session</a>
     */
    @PutMapping(PATH + "{id}")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> upload(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.CONTENT_RANGE, defaultValue = "") String range,
            @RequestHeader(value = HttpHeaders.CONTENT_LENGTH, defaultValue = "0") long length,
            InputStream body)
            throws IOException {
        var whole = WHOLE.matcher(range);
        if (!whole.matches()
                || Long.parseLong(whole.group(1)) != length - 1
                || Long.parseLong(whole.group(2)) != length) {
            throw PlaygroundError.connector(HttpStatus.BAD_REQUEST, "invalidRange", "The file goes in one piece here.");
        }
        return keep(id, taken(id), body);
    }

    private synchronized String taken(String id) {
        return Optional.ofNullable(allowed.remove(id))
                .orElseThrow(() -> PlaygroundError.connector(
                        HttpStatus.NOT_FOUND, "itemNotFound", "There is no such upload session."));
    }

    private Map<String, Object> keep(String id, String name, InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw PlaygroundError.page(HttpStatus.CONTENT_TOO_LARGE, "The file is larger than 5 MB.", "Split it.");
        }
        // The last part of a path, without control characters.
        var plain = name.replaceFirst("(?s).*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        keep(new StoredFile(id, plain, new ByteArrayResource(bytes)));
        return Map.of("id", id, "name", plain, "size", bytes.length);
    }

    private synchronized void keep(StoredFile file) {
        files.put(file.id(), file);
        var oldest = files.values().iterator();
        for (long sum = files.values().stream()
                        .mapToLong(each -> each.content().contentLength())
                        .sum();
                sum > KEPT; ) {
            sum -= oldest.next().content().contentLength();
            oldest.remove();
        }
    }

    /** Served as a download, never shown, as its content is unknown. */
    @GetMapping(PATH + "{id}")
    ResponseEntity<Resource> fetch(@PathVariable String id) {
        var file = found(id);
        var saveAs = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saveAs.toString())
                .body(file.content());
    }
}
