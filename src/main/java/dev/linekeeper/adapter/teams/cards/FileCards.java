package dev.linekeeper.adapter.teams.cards;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.files.FileOffer;
import java.util.Map;

/**
 * The cards of Teams by which a person in their own chat is asked for consent to a file, and gets it.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4">Send and receive files</a>
 */
public final class FileCards {
    private FileCards() {}

    /** Asks whether the file shall be put into the person's OneDrive; what it carries comes back with the answer, and proves nothing. */
    public static Activity consent(FileOffer file, Wording reader, Address to) {
        var context = Map.of("source", file.source(), "id", file.id(), "name", file.name());
        var content = Map.of(
                "description",
                reader.say(file.about()),
                "sizeInBytes",
                file.bytes(),
                "acceptContext",
                context,
                "declineContext",
                context);
        return message("application/vnd.microsoft.teams.card.file.consent", file.name(), content, to);
    }

    /** The file that lies in the person's OneDrive. */
    public static Activity info(String name, String url, String uniqueId, String fileType, Address to) {
        Activity activity = message(
                "application/vnd.microsoft.teams.card.file.info",
                name,
                Map.of("uniqueId", uniqueId, "fileType", fileType),
                to);
        activity.getAttachments().getFirst().setContentUrl(url);
        return activity;
    }

    /** Without a text, for which Teams would make a second message. */
    private static Activity message(String type, String name, Map<String, ?> content, Address to) {
        var attachment = new Attachment();
        attachment.setContentType(type);
        attachment.setName(name);
        attachment.setContent(content);
        Activity activity = CardActivity.message(to);
        activity.setAttachment(attachment);
        activity.setSummary(name);
        return activity;
    }
}
