package dev.linekeeper.adapter.teams.files;

import static dev.linekeeper.adapter.teams.files.UnkindServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.linekeeper.adapter.teams.connector.HostPatterns;
import dev.linekeeper.adapter.teams.files.FileFailure.FileFailureKind;
import dev.linekeeper.adapter.teams.files.UnkindServer.Behaviour;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.AttachedFile.FileKind;
import dev.linekeeper.chat.files.FileDownloads.FileDownload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files from a server that is unkind. */
class FileHttpTest {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final FileHttp HTTP =
            FileHttp.on(new FileAddresses(new HostPatterns(List.of("*.sharepoint.com")), true), LIMIT);
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    private static final byte[] BOMB = bomb();

    static Stream<Arguments> unkind() {
        return Stream.of(
                refused("a redirect to another host", FileFailureKind.SIGN_IN, redirect("https://evil.example/x")),
                refused(
                        "a redirect to the sign-in page",
                        FileFailureKind.SIGN_IN,
                        redirect("https://login.microsoftonline.com/common/oauth2/authorize?x=1")),
                refused(
                        "a redirect away from encryption",
                        FileFailureKind.SIGN_IN,
                        redirect("http://contoso.sharepoint.com/x")),
                refused("a redirect to a file here", FileFailureKind.SIGN_IN, redirect("file:///etc/passwd")),
                refused(
                        "a redirect to nowhere",
                        FileFailureKind.SIGN_IN,
                        (_, out) -> write(out, "HTTP/1.1 302 F\r\n\r\n")),
                refused("redirects without end", FileFailureKind.FAILED, redirect("/again")),
                refused("slow redirects", FileFailureKind.TOO_SLOW, (_, out) -> {
                    Thread.sleep(600);
                    redirect("/again").answer("", out);
                }),
                refused("a byte now and then", FileFailureKind.TOO_SLOW, (_, out) -> {
                    write(out, OK + "Content-Length: 100000\r\n\r\n");
                    for (int i = 0; i < 1000; i++) {
                        write(out, "x");
                        Thread.sleep(50);
                    }
                }),
                refused("no answer", FileFailureKind.TOO_SLOW, (_, _) -> Thread.sleep(5_000)),
                refused("a body without end", FileFailureKind.TOO_LARGE, (_, out) -> {
                    write(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        write(out, "10000\r\n" + "x".repeat(0x10000) + "\r\n");
                    }
                }),
                refused(
                        "a length beyond the limit",
                        FileFailureKind.TOO_LARGE,
                        body("Content-Length: 5242881\r\n", "x")),
                refused("less than it said", FileFailureKind.FAILED, body("Content-Length: 100\r\n", "too little")),
                refused("a gzip bomb", FileFailureKind.TOO_LARGE, (_, out) -> {
                    write(out, OK + "Content-Encoding: gzip\r\n\r\n");
                    out.write(BOMB);
                }),
                refused("an unknown packing", FileFailureKind.FAILED, body("Content-Encoding: br\r\n", "x")),
                refused("broken gzip", FileFailureKind.FAILED, body("Content-Encoding: gzip\r\n", "not gzip at all")),
                refused(
                        "a page for people",
                        FileFailureKind.SIGN_IN,
                        body("Content-Type: text/html\r\n", "<html>Sign in")),
                refused("a page that says 404", FileFailureKind.GONE, status("404 Not Found", "<html>")),
                refused("401", FileFailureKind.GONE, status("401 Unauthorized", "")),
                refused("403", FileFailureKind.GONE, status("403 Forbidden", "")),
                refused("410", FileFailureKind.GONE, status("410 Gone", "")),
                refused("429", FileFailureKind.FAILED, status("429 Too Many Requests", "")),
                refused("503", FileFailureKind.FAILED, status("503 Service Unavailable", "")),
                refused("a part", FileFailureKind.FAILED, status("206 Partial Content", "x")),
                refused("nothing", FileFailureKind.FAILED, status("204 No Content", "")),
                refused("no HTTP", FileFailureKind.FAILED, (_, out) -> write(out, "220 ready\r\n")),
                refused("a closed door", FileFailureKind.FAILED, (_, _) -> {}));
    }

    @ParameterizedTest
    @MethodSource("unkind")
    @Requirement("T9")
    void an_unkind_server_is_told_from_a_kind_one(FileFailureKind kind, Behaviour behaviour) throws IOException {
        try (var server = new UnkindServer(behaviour)) {
            long begun = System.nanoTime();
            var failure = catchThrowableOfType(FileFailure.class, () -> HTTP.get(server.url("/file?tempauth=SECRET")));
            assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT.plusSeconds(3));
            assertThat(failure.host() + failure.getMessage()).doesNotContain("SECRET");
        }
    }

    @ParameterizedTest
    @MethodSource("unkind")
    void each_refusal_is_a_sentence_in_three_languages_with_a_reference(FileFailureKind kind, Behaviour behaviour)
            throws IOException {
        try (var server = new UnkindServer(behaviour)) {
            var file = new AttachedFile("people.csv", FileKind.READABLE, server.url("/file?tempauth=SECRET"));
            var why = ((FileDownload.NotFetched) new FileTransfers(HTTP).fetch(file)).why();
            assertThat(why.key()).isEqualTo(kind.key());
            assertThat(Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)
                            .map(language -> Wording.of(language).say(why))
                            .toList())
                    .doesNotHaveDuplicates()
                    .allSatisfy(said -> assertThat(said)
                            .startsWith("people.csv ")
                            .contains(why.arguments().get(1).toString())
                            .doesNotContain("SECRET"));
        }
    }

    @Test
    void a_file_is_fetched_whole_without_token_or_cookie_and_through_a_redirect() throws IOException {
        String redirect = "HTTP/1.1 302 Found\r\nLocation: /there\r\nSet-Cookie: a=b\r\nConnection: close\r\n\r\n";
        String largest = "x".repeat(FileHttp.LARGEST);
        try (var server =
                new UnkindServer((path, out) -> write(out, path.equals("/here") ? redirect : OK + "\r\n" + largest))) {
            assertThat(new String(HTTP.get(server.url("/here")), StandardCharsets.ISO_8859_1))
                    .isEqualTo(largest);
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.toLowerCase()).doesNotContain("authorization", "cookie", "a=b"));
        }
    }

    @Test
    void a_file_is_put_in_one_piece_without_a_token() throws IOException {
        try (var server =
                new UnkindServer((_, out) -> write(out, "HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n{}"))) {
            HTTP.put(server.url("/session?tempauth=SECRET"), "a;b\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .startsWith("PUT /session?tempauth=SECRET ")
                            .contains("Content-Range: bytes 0-4/5\n", "Content-Length: 5\n")
                            .endsWith("a;b\r\n")
                            .doesNotContain("Authorization"));
        }
    }

    static Stream<Arguments> unwilling() {
        return Stream.of(
                refused("a session that is over", FileFailureKind.GONE, status("404 Not Found", "")),
                refused("a session that was used", FileFailureKind.GONE, status("409 Conflict", "")),
                refused("only a part taken", FileFailureKind.FAILED, status("202 Accepted", "{}")),
                refused("a redirect", FileFailureKind.FAILED, redirect("https://contoso.sharepoint.com/x")),
                refused("no room", FileFailureKind.FAILED, status("507 Insufficient Storage", "")),
                refused("no answer", FileFailureKind.TOO_SLOW, (_, _) -> Thread.sleep(5_000)));
    }

    @ParameterizedTest
    @MethodSource("unwilling")
    void an_upload_that_was_not_taken_whole_is_none(FileFailureKind kind, Behaviour behaviour) throws IOException {
        try (var server = new UnkindServer(behaviour)) {
            var failure = catchThrowableOfType(FileFailure.class, () -> HTTP.put(server.url("/session"), new byte[5]));
            assertThat(failure.kind()).isEqualTo(kind);
        }
    }

    private static Arguments refused(String name, FileFailureKind kind, Behaviour behaviour) {
        return argumentSet(name, kind, behaviour);
    }

    private static Behaviour redirect(String to) {
        return (path, out) -> write(out, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nConnection: close\r\n\r\n");
    }

    private static Behaviour body(String header, String body) {
        return (path, out) -> write(out, OK + header + "\r\n" + body);
    }

    private static Behaviour status(String status, String body) {
        return (path, out) ->
                write(out, "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + body);
    }

    /** 20 MB of nothing in 20 KB. */
    private static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 20; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
