package dev.linekeeper.simulator.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the page; when the build could not make it, a plain page that says what is missing. */
@RestController
class PageController {
    /** Allows this server's resources only. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final String MISSING = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Linekeeper</title></head>
        <body>
        <main>
        <h1>Linekeeper is running</h1>
        <p>The bot answers at <code>/api/messages</code>, but its chat page was not built:
        Node.js 20 or newer with npm was missing, or the packages could not be fetched.</p>
        <p>Install Node.js with npm, then start again with <code>mvn spring-boot:run</code>; the build says what it does.</p>
        <p>Without the page you can use the command line (<code>readiness</code>, <code>doctor</code>) or another Bot Framework client.</p>
        </main>
        </body>
        </html>
        """;

    @GetMapping("/")
    ResponseEntity<String> page() throws IOException {
        var page = new ClassPathResource("playground/index.html");
        var html = page.exists() ? page.getContentAsString(StandardCharsets.UTF_8) : MISSING;
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(html);
    }
}
