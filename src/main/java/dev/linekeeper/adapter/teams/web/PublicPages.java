package dev.linekeeper.adapter.teams.web;

import dev.linekeeper.settings.LinekeeperProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages the app package links to: the owner's, where there is one in {@code linekeeper.web.pages}, else plain ones. */
@RestController
public final class PublicPages {
    private final Optional<Path> owners;

    PublicPages(LinekeeperProperties settings) {
        this.owners = Optional.ofNullable(settings.web().pages());
    }

    @GetMapping("/{page:help|privacy|terms}")
    ResponseEntity<byte[]> show(@PathVariable String page) throws IOException {
        Resource content = owners.<Resource>map(folder -> new FileSystemResource(folder.resolve(page + ".html")))
                .filter(Resource::exists)
                .orElseGet(() -> new ClassPathResource("pages/" + page + ".html"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .body(content.getContentAsByteArray());
    }
}
