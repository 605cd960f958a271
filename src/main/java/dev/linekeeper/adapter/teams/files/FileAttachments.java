package dev.linekeeper.adapter.teams.files;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.AttachedFile.FileKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came with a message. In a personal chat a file is an attachment that says where to download it; in a channel or a
 * group chat Teams leaves it out, mostly without a sign. The text in HTML, cards and quotes are attachments too, and no files.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4">Send and receive files</a>
 */
public final class FileAttachments {
    private static final String FILE = "application/vnd.microsoft.teams.file.download.info";
    private static final int LONGEST_NAME = 120;

    private FileAttachments() {}

    public static List<AttachedFile> of(Activity message) {
        boolean isPersonal = message.getConversation() != null
                && "personal".equalsIgnoreCase(message.getConversation().getConversationType());
        return Stream.ofNullable(message.getAttachments())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .flatMap(attachment -> file(attachment, isPersonal).stream())
                .toList();
    }

    private static Optional<AttachedFile> file(Attachment attachment, boolean isPersonal) {
        return kind(attachment, isPersonal)
                .map(kind ->
                        new AttachedFile(name(attachment), kind, kind == FileKind.READABLE ? address(attachment) : ""));
    }

    private static Optional<FileKind> kind(Attachment attachment, boolean isPersonal) {
        String type = text(attachment.getContentType()).toLowerCase(Locale.ROOT);
        if (type.equals(FILE)) {
            return Optional.of(isPersonal ? FileKind.READABLE : FileKind.NOT_HANDED_OVER);
        }
        if (type.startsWith("image/")) {
            return Optional.of(FileKind.PICTURE);
        }
        boolean isElsewhere = !text(attachment.getContentUrl()).isBlank();
        return Optional.of(FileKind.OTHER).filter(_ -> isElsewhere && !type.contains(".card."));
    }

    private static String address(Attachment attachment) {
        return ActivityJson.object(attachment.getContent()).path("downloadUrl").asText("");
    }

    /** The last part of a path, as far as one wants to read it. */
    private static String name(Attachment attachment) {
        String name = text(attachment.getName());
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) + "…" : last;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
