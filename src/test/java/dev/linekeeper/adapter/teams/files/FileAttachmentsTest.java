package dev.linekeeper.adapter.teams.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.AttachedFile.FileKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came with a message, in the shapes of Microsoft's page on bots and files and of messages people have posted. */
class FileAttachmentsTest {
    /** The example of the page, with what Teams adds to every message. */
    private static final String DOCUMENTED = """
        {"contentType": "text/html", "content": "<div><div>enrol these with London</div></div>"},
        {"contentType": "application/vnd.microsoft.teams.file.download.info",
         "contentUrl": "https://contoso.sharepoint.com/personal/johnadams_contoso_com/Documents/Applications/file_example.txt",
         "name": "file_example.txt",
         "content": {"downloadUrl": "https://download.link", "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
                     "fileType": "txt", "etag": "123"}}
        """;

    @Test
    void a_file_in_a_personal_chat_says_where_it_can_be_downloaded() {
        assertThat(in("personal", DOCUMENTED))
                .containsExactly(new AttachedFile("file_example.txt", FileKind.READABLE, "https://download.link"));
    }

    @Test
    @Requirement("T27")
    void the_address_that_opens_a_file_is_in_no_log() {
        assertThat(in("personal", DOCUMENTED).toString())
                .contains("file_example.txt")
                .doesNotContain("download.link");
    }

    @Test
    void elsewhere_no_file_is_handed_over() {
        assertThat(in("channel", DOCUMENTED))
                .containsExactly(new AttachedFile("file_example.txt", FileKind.NOT_HANDED_OVER, ""));
        assertThat(in("groupChat", DOCUMENTED))
                .extracting(AttachedFile::address)
                .containsExactly("");
    }

    /** Pictures come with the bare type, voice messages and links to files in other ways. */
    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
        image/*                                        | https://smba.trafficmanager.net/emea/v3/attachments/1/views/original | PICTURE
        image/png                                      | https://smba.trafficmanager.net/emea/v3/attachments/1/views/original | PICTURE
        audio/mp4                                      | https://asyncgw.teams.microsoft.com/v1/objects/1/views/audio         | OTHER
        reference                                      | https://contoso.sharepoint.com/sites/a/people.csv                    | OTHER
        text/html                                      |                                                                      |
        messageReference                               |                                                                      |
        application/vnd.microsoft.card.adaptive        |                                                                      |
        application/vnd.microsoft.teams.card.file.info | https://contoso.sharepoint.com/personal/adele/people.csv             |
        """)
    void what_is_no_file_is_told_apart(String type, String url, FileKind kind) {
        String attachment = "{\"contentType\": \"%s\", \"contentUrl\": \"%s\"}".formatted(type, url == null ? "" : url);
        List<FileKind> kinds =
                in("personal", attachment).stream().map(AttachedFile::kind).toList();
        assertThat(kinds).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        people.csv               | people.csv
        ../../etc/people.csv     | people.csv
        C:\\\\\\\\lists\\\\\\\\people.csv | people.csv
        ""                       | ""
        """)
    void a_name_is_the_last_part_of_a_path(String name, String shown) {
        String file = "{\"contentType\": \"application/vnd.microsoft.teams.file.download.info\", \"name\": \"%s\"}";
        assertThat(in("personal", file.formatted(name)))
                .extracting(AttachedFile::name)
                .containsExactly(shown);
        assertThat(in("personal", file.formatted("x".repeat(5_000))).getFirst().name())
                .hasSize(121);
    }

    private static List<AttachedFile> in(String conversationType, String attachments) {
        String message =
                "{\"type\": \"message\", \"conversation\": {\"conversationType\": \"%s\"}, \"attachments\": [%s]}";
        return FileAttachments.of(ActivityJson.read(
                message.formatted(conversationType, attachments).getBytes(StandardCharsets.UTF_8)));
    }
}
