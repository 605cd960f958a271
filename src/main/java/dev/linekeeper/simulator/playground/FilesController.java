package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

/** Endpoints for files that people attach on the page, and that the bot downloads or uploads. */
@RestController
record FilesController(ChatFiles files) {

    @PostMapping("/playground/api/files")
    StoredFile attach(@RequestParam String name, InputStream body) throws IOException {
        return files.keep(plain(name), MediaType.APPLICATION_OCTET_STREAM_VALUE, read(body));
    }

    /** The upload of a file by the bot, after consent, in one request as in Teams. */
    @PutMapping("/connector/files/{id}")
    StoredFile upload(@PathVariable String id, @RequestParam(defaultValue = "file") String name, InputStream body)
            throws IOException {
        return files.keep(id, plain(name), MediaType.APPLICATION_OCTET_STREAM_VALUE, read(body));
    }

    /** Served as a download, never shown, as its content is unknown. */
    @GetMapping("/connector/files/{id}")
    ResponseEntity<Resource> fetch(@PathVariable String id) {
        var held = files.find(id)
                .orElseThrow(() -> PlaygroundError.page(HttpStatus.NOT_FOUND, "The file is gone.", "Attach it again."));
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
        var bytes = body.readNBytes(ChatFiles.LARGEST + 1);
        if (bytes.length > ChatFiles.LARGEST) {
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
