package dev.linekeeper.conversation.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.AttachedFile.FileKind;
import dev.linekeeper.chat.files.FileDownloads.FileDownload;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no list, sent with the sentence that enrols a list: one sentence each, and nothing is kept or asked for. */
class BadFilesTest {
    private static final AttachedFile FILE =
            new AttachedFile("people.csv", FileKind.READABLE, "https://contoso-my.sharepoint.com/x?tempauth=SECRET");

    private FileDownload downloaded = new FileDownload.Fetched(new byte[0]);
    private final ChatInMemory chat =
            ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()), Clock.systemUTC(), FreezeWindows.NONE, _ -> downloaded);

    @AfterEach
    void close() {
        chat.close();
    }

    static Stream<Arguments> contents() {
        var binary = new byte[4096];
        new Random(1).nextBytes(binary);
        binary[0] = (byte) 0x90;
        binary[9] = 0;
        return Stream.of(
                bad("empty", new byte[0], "The list is empty"),
                bad("blank", "\uFEFF ;; \r\n,,\r\n".getBytes(StandardCharsets.UTF_8), "The list is empty"),
                bad("binary", binary, "That is no text I can read"),
                bad("50 MB that were fetched after all", new byte[50 * 1024 * 1024], "at most 5 MB"),
                bad("a workbook that would unpack to 64 MB, called CSV", bomb(), "Save it as CSV"),
                bad(
                        "quotes that do not fit",
                        text("UPN\n\"adele@contoso.example\nalex@contoso.example\n"),
                        "do not fit"),
                bad("two million columns", text("UPN" + ",".repeat(1_999_999) + "x\nadele"), "2,000,000 columns"),
                bad("a header alone", text("UPN\n"), "no rows"),
                bad("a page", text("<html>,<body>\nSign in,to see\n"), "columns"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void a_file_that_is_no_list_is_one_sentence_and_nothing_is_kept(byte[] content, String said) {
        downloaded = new FileDownload.Fetched(content);
        assertSaidAndNothingKept(said);
    }

    /** What could not be fetched; which is which, and that no token of ours is sent, is seen where files are fetched. */
    @ParameterizedTest
    @MethodSource("refusals")
    void a_file_that_cannot_be_had_is_one_sentence_and_nothing_is_kept(String key, String said) {
        downloaded = new FileDownload.NotFetched(Explanation.of(key, "people.csv", "R-1", "evil.example"));
        assertSaidAndNothingKept(said);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("chat.file.not-allowed", "files may not come from evil.example"),
                Arguments.of("chat.file.sign-in", "a page for people who sign in"),
                Arguments.of("chat.file.gone", "its link does not hold any more"),
                Arguments.of("chat.file.too-large", "larger than 5 MB"),
                Arguments.of("chat.file.too-slow", "after half a minute"),
                Arguments.of("chat.file.failed", "did not give it"));
    }

    private void assertSaidAndNothingKept(String said) {
        var english = said(Locale.ENGLISH);
        assertThat(english).contains(said).doesNotContain("SECRET");
        assertThat(english.length()).isLessThan(400);
        assertThat(Stream.of(english, said(Locale.GERMAN), said(Locale.FRENCH))).doesNotHaveDuplicates();
        assertThat(chat.store().imports().of(ana(Locale.ENGLISH).id(), 9)).isEmpty();
        assertThat(chat.store().batches().latest(Optional.empty(), 9)).isEmpty();
        assertThat(chat.store().requests().latest(9)).isEmpty();
    }

    private String said(Locale language) {
        var note = (Note)
                chat.chat().answer(ana(language), new ChatInput.TypedText("enrol these with London", List.of(FILE)));
        return Wording.of(language).say(note.text());
    }

    private static Caller ana(Locale language) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get("admin").objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }

    private static Arguments bad(String name, byte[] content, String said) {
        return argumentSet(name, content, said);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                zip.write(new byte[1024 * 1024]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
