package dev.linekeeper.chat.files;

/**
 * A file that came with a message. Name and address are what the sender's client says; nothing in here is trusted.
 *
 * @param name as the sender called it
 * @param address where its content lies; it opens the file to whoever has it, so it is neither logged nor shown. Empty unless it is
 *     {@link FileKind#READABLE}
 */
public record AttachedFile(String name, FileKind kind, String address) {
    /** What can be done about a file. */
    public enum FileKind {
        /** Its content can be asked for. */
        READABLE,
        /** A picture in the text of the message. */
        PICTURE,
        /** Sent where Teams hands no files to a bot: in a channel or a group chat. */
        NOT_HANDED_OVER,
        /** Something else that Teams attaches, such as a voice message. */
        OTHER
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "AttachedFile[name=%s, kind=%s]".formatted(name, kind);
    }
}
